using System.CommandLine;
using System.Globalization;
using Workflows.Cli.Expressions;
using Workflows.Cli.Hosting;
using Workflows.Cli.Inputs;
using Workflows.Cli.Output;
using Workflows.Functions.Expressions;
using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Exports;
using Workflows.Shared.Subtitles;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows expressions</c>: finds the expressions of a film's subtitles that are worth learning.</summary>
internal sealed class ExpressionsCommand(CliServices services)
{
    public const string Name = "expressions";

    private readonly Argument<string> _file = new("file") { Description = "Subtitles: SubRip, WebVTT or JSON segments, or - for standard input.", HelpName = "file|-" };
    private readonly Option<string?> _level = new("--level") { Description = "The learner's level, A1 to C2. Default: B1.", HelpName = "LEVEL" };
    private readonly Option<string?> _language = new("--language") { Description = "The language of translations and notes. Default: ko.", HelpName = "CODE" };
    private readonly Option<string?> _max = new("--max") { Description = "The most expressions in all, the first of the film. Default: no limit.", HelpName = "N" };
    private readonly Option<bool> _sequential = new("--sequential") { Description = "One chunk after the other. The result is the same." };
    private readonly Option<string?> _workers = new("--workers") { Description = "How many chunks at once, 1 to 50. Default: at most 5, and no more than the models allow.", HelpName = "N" };
    private readonly Option<string?> _chunk = new("--chunk") { Description = "The most characters of a chunk. Default: 5000.", HelpName = "N" };
    private readonly Option<string?> _saveOutput = new("--save-output") { Description = "Write each chunk's raw answer there, as chunk-00001.json, and manifest.json. A folder holds one analysis: another's is refused.", HelpName = "DIR" };
    private readonly Option<bool> _test = new("--test") { Description = "Only the first chunk." };
    private readonly Option<string?> _format = new("--format") { Description = "text (default), json, csv or anki.", HelpName = "FORMAT" };
    private readonly Option<string?> _output = new("--output") { Description = "Write the report to a file, whole or not at all. Default: standard output.", HelpName = "FILE" };
    private readonly Option<bool> _new = new("--new") { Description = "Start afresh, even when the same analysis is under way." };
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new ExpressionsCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "Find the expressions of a film's subtitles that are worth learning, with translation, meaning and time. An analysis that was stopped goes on when the same command is given again.")
        {
            _file, _level, _language, _max, _sequential, _workers, _chunk, _saveOutput, _test, _format, _output, _new, _target.Data, _target.TimeScale, _target.Verbose,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        ExpressionFormat format = Format(parsed.GetValue(_format));
        ExpressionOptions options = Options(parsed);
        HostSettings settings = _target.ReadLocal(parsed);
        OutputPlace output = OutputPlace.Prepare(parsed.GetValue(_output), services);
        string file = parsed.GetValue(_file)!;
        ExpressionRequest request = await ReadAsync(file, options, stop);
        RawAnswerFolder? rawAnswers = parsed.GetValue(_saveOutput) is { } folder ? RawAnswerFolder.Prepare(folder, ExpressionRunId.Of(request, null), file, services) : null;
        foreach (string warning in ExpressionRules.Warnings(options))
        {
            services.Console.Say($"warning: {warning}");
        }

        string id = ExpressionRunId.Of(request, parsed.GetValue(_new) ? services.FreshSuffix() : null);
        await using RunningHost host = await RunningHost.StartAsync(services.Hosts, settings, stop);
        return await new ExpressionSession(services, host, output, format, rawAnswers).RunAsync(id, request, stop);
    }

    /// <summary>The file goes as it is, so that its encoding is told where it is read.</summary>
    private async Task<ExpressionRequest> ReadAsync(string file, ExpressionOptions options, CancellationToken stop)
    {
        bool isInput = file == "-";
        byte[] bytes = isInput
            ? await BoundedFile.ReadAsync(services.Console.Input, "standard input", SubtitleReader.MostBytes, stop)
            : await BoundedFile.ReadAsync(file, "the subtitles", SubtitleReader.MostBytes, stop);
        ExpressionRequest request = new() { SubtitleFile = bytes, Options = options };
        return ExpressionInput.Check(request) is { } fault ? throw CliException.BadUsage($"{(isInput ? "standard input" : file)}: {fault.Fault}") : request;
    }

    private ExpressionOptions Options(ParseResult parsed)
    {
        bool sequential = parsed.GetValue(_sequential);
        string? workers = parsed.GetValue(_workers);
        if (sequential && workers is not null)
        {
            throw CliException.BadUsage("--workers has no say with --sequential; leave one of both out");
        }

        ExpressionOptions standard = new();
        ExpressionOptions options = standard with
        {
            Level = Level(parsed.GetValue(_level)) ?? standard.Level,
            Language = parsed.GetValue(_language)?.ToLowerInvariant() ?? standard.Language,
            Parallel = !sequential,
            Workers = Number("--workers", workers),
            ChunkCharacters = Number("--chunk", parsed.GetValue(_chunk)) ?? standard.ChunkCharacters,
            MaxExpressions = Number("--max", parsed.GetValue(_max)),
            Test = parsed.GetValue(_test),
            SaveOutput = parsed.GetValue(_saveOutput) is not null,
        };
        return ExpressionRules.Check(options) is { } fault ? throw CliException.BadUsage($"{OptionOf(fault.Field)}: {fault.Fault.TrimEnd('.')}") : options;
    }

    private static string OptionOf(string field) => field switch
    {
        "options.chunk_characters" => "--chunk",
        "options.max_expressions" => "--max",
        _ => $"--{field["options.".Length..]}",
    };

    private static LanguageLevel? Level(string? text) => text is null ? null
        : Enum.GetNames<LanguageLevel>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<LanguageLevel>(text, ignoreCase: true)
        : throw CliException.BadUsage($"--level: '{text}' is none of {string.Join(", ", Enum.GetNames<LanguageLevel>())}");

    private static int? Number(string option, string? text) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw CliException.BadUsage($"{option}: '{text}' is no whole number");

    private static ExpressionFormat Format(string? text) => text?.ToLowerInvariant() switch
    {
        null or "text" => ExpressionFormat.Text,
        "json" => ExpressionFormat.Json,
        "csv" => ExpressionFormat.Csv,
        "anki" => ExpressionFormat.Anki,
        _ => throw CliException.BadUsage($"--format: '{text}' is none of text, json, csv, anki"),
    };
}
