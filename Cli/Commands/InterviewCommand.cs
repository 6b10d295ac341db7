using System.CommandLine;
using Workflows.Cli.Hosting;
using Workflows.Cli.Inputs;
using Workflows.Cli.Interviews;
using Workflows.Cli.Output;
using Workflows.Shared.Interview;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows interview</c>: holds an interview of fifteen stages in the terminal, or with answers from a file.</summary>
internal sealed class InterviewCommand(CliServices services)
{
    public const string Name = "interview";

    private const int MaxTextBytes = 256 * 1024;

    /// <summary>An interview that was stopped can be gone on with for a week.</summary>
    private const double AnswerMinutes = 7 * 24 * 60;

    private readonly Option<string?> _role = new("--role") { Description = "The role that the candidate applies for.", HelpName = "ROLE" };
    private readonly Option<string?> _resume = new("--resume") { Description = "A file with the candidate's résumé; questions refer to it.", HelpName = "FILE" };
    private readonly Option<string?> _job = new("--job") { Description = "A file with the job description; questions refer to it.", HelpName = "FILE" };
    private readonly Option<string?> _answers = new("--answers") { Description = "Answers from a file: a paragraph each, or JSON Lines. Default: typed.", HelpName = "FILE" };
    private readonly Option<string?> _stages = new("--stages") { Description = "A file with what your records call the stages, a line each. Names that fit none stop nothing.", HelpName = "FILE" };
    private readonly Option<string?> _language = new("--language") { Description = "en (default) or ko.", HelpName = "CODE" };
    private readonly Option<string?> _format = new("--format") { Description = "text (default) or json.", HelpName = "FORMAT" };
    private readonly Option<string?> _output = new("--output") { Description = "Write the report to a file, whole or not at all. Default: standard output.", HelpName = "FILE" };
    private readonly Option<bool> _new = new("--new") { Description = "Start afresh, even when the same interview is under way." };
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new InterviewCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "Hold an interview: fifteen questions, each made while the last answer is analysed, and a report. An interview that was stopped goes on when the same command is given again.")
        {
            _role, _resume, _job, _answers, _stages, _language, _format, _output, _new, _target.Data, _target.TimeScale, _target.Verbose,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        InterviewFormat format = Format(parsed.GetValue(_format));
        HostSettings settings = _target.ReadLocal(parsed);
        OutputPlace output = OutputPlace.Prepare(parsed.GetValue(_output), services);
        InterviewRequest request = new()
        {
            Role = parsed.GetValue(_role),
            Language = parsed.GetValue(_language)?.ToLowerInvariant() ?? InterviewLanguages.English,
            JobDescription = await TextAsync(parsed.GetValue(_job), "--job", stop),
            Resume = await TextAsync(parsed.GetValue(_resume), "--resume", stop),
            Stages = (await TextAsync(parsed.GetValue(_stages), "--stages", stop))?.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'),
            AnswerMinutes = AnswerMinutes,
        };
        if (InterviewRules.Check(request) is { } fault)
        {
            throw CliException.BadUsage($"--{(fault.Field == "job_description" ? "job" : fault.Field)}: {fault.Fault.TrimEnd('.')}");
        }

        IAnswerSource answers = parsed.GetValue(_answers) is { } file ? await AnswerFile.ReadAsync(file, stop) : new TypedAnswers(services.Console);
        using (answers as IDisposable)
        {
            string id = InterviewRunId.Of(request, parsed.GetValue(_new) ? services.FreshSuffix() : null);
            await using RunningHost host = await RunningHost.StartAsync(services.Hosts, settings, stop);
            return await new InterviewSession(services, host, answers, output, format).RunAsync(id, request, stop);
        }
    }

    private static InterviewFormat Format(string? text) => text?.ToLowerInvariant() switch
    {
        null or "text" => InterviewFormat.Text,
        "json" => InterviewFormat.Json,
        _ => throw CliException.BadUsage($"--format: '{text}' is none of text, json"),
    };

    private static async Task<string?> TextAsync(string? file, string option, CancellationToken stop) =>
        file is null ? null : Utf8Text.Decode(await BoundedFile.ReadAsync(file, option, MaxTextBytes, stop), $"{option}: {file}");
}
