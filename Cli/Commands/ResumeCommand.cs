using System.CommandLine;
using Workflows.Cli.Runs;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows resume</c>: goes on with a run by its id, and prints its report.</summary>
internal sealed class ResumeCommand(CliServices services)
{
    public const string Name = "resume";

    private readonly Argument<string> _id = new("id") { Description = "The id of the run." };
    private readonly ReportOptions _report = new();
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new ResumeCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "Go on with a review that was stopped, by its id, and print the report; of one that has ended, print the report.")
        {
            _id, _report.Format, _report.Output, _target.Server, _target.Data, _target.TimeScale, _target.Verbose,
        };
        command.SetAction((parsed, stop) =>
        {
            RunTarget target = _target.Read(parsed);
            string id = RunIds.Check(parsed.GetRequiredValue(_id));
            return new RunSession(services, target, _report.Read(parsed, services)).ResumeAsync(id, stop);
        });
        return command;
    }
}
