using System.CommandLine;
using Workflows.Cli.Inputs;
using Workflows.Cli.Output;
using Workflows.Cli.Runs;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows review</c>: reviews a diff and prints the report.</summary>
internal sealed class ReviewCommand(CliServices services)
{
    public const string Name = "review";

    private readonly Argument<string?> _file = new("file") { Description = "A diff as git prints it, or - for standard input.", Arity = ArgumentArity.ZeroOrOne, HelpName = "file|-" };
    private readonly Option<string?> _repo = new("--repo") { Description = "Take the diff from a git repository: BASE...HEAD.", HelpName = "DIR" };
    private readonly Option<string?> _base = new("--base") { Description = "The branch or commit that --repo is compared with.", HelpName = "REF" };
    private readonly Option<string?> _title = new("--title") { Description = "The pull request's title. With --repo by default that of the only commit, else the branch.", HelpName = "T" };
    private readonly Option<string?> _description = new("--description") { Description = "A file with the pull request's description.", HelpName = "FILE" };
    private readonly Option<string?> _rules = new("--rules") { Description = "A file with rules of your own to check, one a line.", HelpName = "FILE" };
    private readonly Option<bool> _new = new("--new") { Description = "Start afresh, even when the same review is under way." };
    private readonly ReportOptions _report = new();
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new ReviewCommand(services).Build();

    private Command Build()
    {
        Command command = new(
            Name, "Review a diff with two models and print the report. A review that was stopped goes on when the same command is given again.")
        {
            _file, _repo, _base, _title, _description, _rules, _report.Format, _report.Output, _target.Server, _target.Data, _target.TimeScale, _new, _target.Verbose,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        RunTarget target = _target.Read(parsed);
        ReportOutput output = _report.Read(parsed, services);
        ReviewInput input = new(services.Console)
        {
            File = parsed.GetValue(_file),
            Repository = parsed.GetValue(_repo),
            Base = parsed.GetValue(_base),
            Title = parsed.GetValue(_title),
            DescriptionFile = parsed.GetValue(_description),
            RulesFile = parsed.GetValue(_rules),
        };
        ReviewRequest request = await input.ReadAsync(stop);
        // Whatever is wrong with the diff is said before anything starts.
        ReviewPlanner.Plan(request.Diff);
        string id = ReviewRunId.Of(request, parsed.GetValue(_new) ? services.FreshSuffix() : null);
        return await new RunSession(services, target, output).RunAsync(id, request, stop);
    }
}
