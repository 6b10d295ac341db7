using System.CommandLine;
using System.Globalization;
using Workflows.Cli.Debates;
using Workflows.Cli.Hosting;
using Workflows.Cli.Inputs;
using Workflows.Cli.Output;
using Workflows.Shared.Debate;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows debate</c>: debates a goal and prints the synthesis with what it rests on.</summary>
internal sealed class DebateCommand(CliServices services)
{
    public const string Name = "debate";

    private const int MaxTextBytes = 256 * 1024;

    private readonly Argument<string> _goal = new("goal") { Description = "The question or task to be debated." };
    private readonly Option<string[]> _evidence = new("--evidence") { Description = "Files to hold claims against, and folders of them (.md, .txt).", HelpName = "DIR|FILE...", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _mode = new("--mode") { Description = "auto (default), parallel or sequential.", HelpName = "MODE" };
    private readonly Option<string?> _complexity = new("--complexity") { Description = "How complex it is, from 1 to 10. Default: estimated.", HelpName = "N" };
    private readonly Option<string?> _plan = new("--plan") { Description = "A file that says how it is to be gone about.", HelpName = "FILE" };
    private readonly Option<string?> _context = new("--context") { Description = "A file with what else there is to know.", HelpName = "FILE" };
    private readonly Option<string?> _format = new("--format") { Description = "text (default), markdown or json.", HelpName = "FORMAT" };
    private readonly Option<string?> _output = new("--output") { Description = "Write the report to a file, whole or not at all. Default: standard output.", HelpName = "FILE" };
    private readonly Option<bool> _new = new("--new") { Description = "Start afresh, even when the same debate is under way." };
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new DebateCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "Debate a goal: thesis, antithesis, then a synthesis whose citations are checked. A debate that was stopped goes on when the same command is given again.")
        {
            _goal, _evidence, _mode, _complexity, _plan, _context, _format, _output, _new, _target.Data, _target.TimeScale, _target.Verbose,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        DebateFormat format = Format(parsed.GetValue(_format));
        OutputPlace output = OutputPlace.Prepare(parsed.GetValue(_output), services);
        HostSettings settings = _target.ReadLocal(parsed);
        DebateRequest request = new()
        {
            Goal = parsed.GetValue(_goal)!,
            Mode = Mode(parsed.GetValue(_mode)),
            Complexity = Complexity(parsed.GetValue(_complexity)),
            Plan = await TextAsync(parsed.GetValue(_plan), "--plan", stop),
            Context = await TextAsync(parsed.GetValue(_context), "--context", stop),
            Evidence = await EvidenceFiles.ReadAsync(parsed.GetValue(_evidence) ?? [], "--evidence", stop),
        };
        if (DebateRules.Check(request) is { } fault)
        {
            throw CliException.BadUsage($"{fault.Field}: {fault.Fault.TrimEnd('.')}");
        }

        string id = DebateRunId.Of(request, parsed.GetValue(_new) ? services.FreshSuffix() : null);
        await using RunningHost host = await RunningHost.StartAsync(services.Hosts, settings, stop);
        return await new DebateSession(services, host, output, format).RunAsync(id, request, stop);
    }

    private static DebateFormat Format(string? text) => text?.ToLowerInvariant() switch
    {
        null or "text" => DebateFormat.Text,
        "markdown" or "md" => DebateFormat.Markdown,
        "json" => DebateFormat.Json,
        _ => throw CliException.BadUsage($"--format: '{text}' is none of text, markdown, json"),
    };

    private static DebateMode Mode(string? text) => text?.ToLowerInvariant() switch
    {
        null or "auto" => DebateMode.Auto,
        "parallel" => DebateMode.Parallel,
        "sequential" => DebateMode.Sequential,
        _ => throw CliException.BadUsage($"--mode: '{text}' is none of auto, parallel, sequential"),
    };

    private static int? Complexity(string? text) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int complexity) && complexity is >= 1 and <= 10 ? complexity
        : throw CliException.BadUsage($"--complexity: '{text}' is no whole number from 1 to 10");

    private static async Task<string?> TextAsync(string? file, string option, CancellationToken stop) =>
        file is null ? null : Utf8Text.Decode(await BoundedFile.ReadAsync(file, option, MaxTextBytes, stop), $"{option}: {file}");
}
