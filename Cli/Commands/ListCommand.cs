using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflows.Cli.Runs;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows list</c>: the runs there are, the latest first.</summary>
internal sealed class ListCommand(CliServices services)
{
    public const string Name = "list";

    private const int DefaultLimit = 20;
    private const int MaxLimit = 1_000;

    private readonly Option<string?> _status = new("--status") { Description = "Only runs in this status: " + string.Join(", ", RunStatuses.Words) + ".", HelpName = "S" };
    private readonly Option<string?> _limit = new("--limit") { Description = $"How many at most, the latest first. Default {DefaultLimit}, up to {MaxLimit}.", HelpName = "N" };
    private readonly Option<string?> _format = ListingFormat.Option();
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new ListCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "List the runs, the latest first.") { _status, _limit, _format, _target.Server, _target.Data, _target.Verbose };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        RunTarget target = _target.Read(parsed);
        bool json = ListingFormat.IsJson(parsed.GetValue(_format));
        RunStatus? status = ReadStatus(parsed.GetValue(_status));
        int limit = ReadLimit(parsed.GetValue(_limit));
        await using IReviewRuns? runs = await services.Runs.OpenForReadingAsync(target, stop);
        IReadOnlyList<RunHead> heads = runs is null ? [] : await runs.ListAsync(status, limit, stop);
        if (heads.Count == 0)
        {
            services.Console.Say(status is null ? $"no runs yet {target.Where}" : $"no such runs {target.Where}");
        }

        await services.Console.Output.WriteAsync(json ? JsonSerializer.Serialize(heads, ReviewJson.Indented) + "\n" : Text(heads));
        return ExitCode.Done;
    }

    private static string Text(IReadOnlyList<RunHead> heads)
    {
        int width = heads.Select(head => head.Id.Length).Append(0).Max();
        StringBuilder text = new();
        foreach (RunHead head in heads)
        {
            text.Append(CliConsole.OneLine(
                $"{head.Id.PadRight(width)}  {RunStatuses.Word(head.Status),-10}  started {Time(head.Started)}  updated {Time(head.Updated)}")).Append('\n');
        }

        return text.ToString();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static RunStatus? ReadStatus(string? text) => text is null ? null
        : RunStatuses.Parse(text) ?? throw CliException.BadUsage($"--status: '{text}' is none of {string.Join(", ", RunStatuses.Words)}");

    private static int ReadLimit(string? text) => text is null ? DefaultLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit is >= 1 and <= MaxLimit ? limit
        : throw CliException.BadUsage($"--limit: '{text}' is not a number from 1 to {MaxLimit}");
}
