using System.CommandLine;
using System.Text.Json;
using Workflows.Cli.Progress;
using Workflows.Cli.Runs;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows status</c>: how far a run is.</summary>
internal sealed class StatusCommand(CliServices services)
{
    public const string Name = "status";

    private readonly Argument<string> _id = new("id") { Description = "The id of the run." };
    private readonly Option<string?> _format = ListingFormat.Option();
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new StatusCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "Show how far a run is.") { _id, _format, _target.Server, _target.Data, _target.Verbose };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        RunTarget target = _target.Read(parsed);
        bool json = ListingFormat.IsJson(parsed.GetValue(_format));
        string id = RunIds.Check(parsed.GetRequiredValue(_id));
        await using IReviewRuns? runs = await services.Runs.OpenForReadingAsync(target, stop);
        RunState state = (runs is null ? null : await runs.FindAsync(id, stop)) ?? throw RunIds.Unknown(id, target);
        TextWriter output = services.Console.Output;
        await output.WriteAsync(json ? JsonSerializer.Serialize(state, ReviewJson.Indented) + "\n" : Text(state));
        return ExitCode.Done;
    }

    private static string Text(RunState state)
    {
        List<string> lines =
        [
            $"id        {state.Id}",
            $"status    {RunStatuses.Word(state.Status)}",
            $"progress  {ProgressText.Line(state)}",
        ];
        if (state.Result is { } report)
        {
            lines.Add($"report    {report.Status.ToString().ToLowerInvariant()}{(report.Simulated ? ", simulated" : "")}; print it with: workflows resume {state.Id}");
        }

        if (state.Error is { } error)
        {
            lines.Add($"error     {error}");
        }

        return string.Concat(lines.Select(line => CliConsole.OneLine(line) + "\n"));
    }
}
