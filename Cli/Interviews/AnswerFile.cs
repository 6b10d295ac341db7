using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Cli.Inputs;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Stages;
using Workflows.Shared.Interview.Uploads;
using Workflows.Shared.Models;

namespace Workflows.Cli.Interviews;

/// <summary>
/// Answers from a file. Plain text: a paragraph an answer, the first for stage 1 and so on. JSON Lines (<c>.jsonl</c>): <c>{stage?, text?, audio?, frames?, after_seconds?}</c>, where files are named from the file's own
/// folder and a line without a stage is for the stage of its number.
/// </summary>
internal sealed class AnswerFile : IAnswerSource
{
    private const int MaxBytes = 4 * 1024 * 1024;
    private const double MostSeconds = 24 * 60 * 60;

    private static readonly JsonSerializerOptions Json = new(InterviewJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private readonly string _name;
    private readonly List<(string Stage, GivenAnswer Answer)> _answers;

    private AnswerFile(string name, List<(string, GivenAnswer)> answers)
    {
        _name = name;
        _answers = answers;
    }

    public bool IsPerson => false;

    /// <summary>Reads a file, and the recordings and frames that it names.</summary>
    /// <exception cref="CliException">It cannot be read, or an answer in it cannot be one.</exception>
    public static async Task<AnswerFile> ReadAsync(string file, CancellationToken stop)
    {
        string text = Utf8Text.Decode(await BoundedFile.ReadAsync(file, "--answers", MaxBytes, stop), $"--answers: {file}");
        List<(string, GivenAnswer)> answers = string.Equals(Path.GetExtension(file), ".jsonl", StringComparison.OrdinalIgnoreCase) ? await LinesAsync(file, text, stop) : Paragraphs(text);
        if (answers.Count == 0)
        {
            throw CliException.BadUsage($"--answers: {file} has no answers");
        }

        foreach ((string stage, GivenAnswer answer) in answers)
        {
            if (answer.Upload.Check() is { } fault)
            {
                throw CliException.BadUsage($"--answers: {file}: the answer of stage {stage}: {fault.Fault.TrimEnd('.')}");
            }
        }

        return new AnswerFile(file, answers);
    }

    public Task<GivenAnswer?> NextAsync(PlannedStage stage, CancellationToken stop)
    {
        string number = stage.Number.ToString(CultureInfo.InvariantCulture);
        GivenAnswer? answer = (_answers.FirstOrDefault(one => one.Stage == stage.Key || one.Stage == number).Answer ?? _answers.FirstOrDefault(one => stage.Names.Contains(StageName.Normalise(one.Stage), StringComparer.Ordinal)).Answer) is { } found
            ? found with { Upload = found.Upload with { Stage = stage.Key } }
            : null;
        return Task.FromResult(answer);
    }

    public string Exhausted(PlannedStage stage) => $"{_name} has no answer for stage {stage.Number} ({stage.Key}); add one";

    private static List<(string, GivenAnswer)> Paragraphs(string text) => [.. text.ReplaceLineEndings("\n").Split('\n')
        .Aggregate(new List<string> { "" }, (paragraphs, line) =>
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                paragraphs[^1] += line.TrimEnd() + "\n";
            }
            else if (paragraphs[^1].Length > 0)
            {
                paragraphs.Add("");
            }

            return paragraphs;
        })
        .Where(paragraph => paragraph.Length > 0)
        .Select((paragraph, i) => ((i + 1).ToString(CultureInfo.InvariantCulture), new GivenAnswer(new AnswerUpload { Text = paragraph }, TimeSpan.Zero)))];

    private static async Task<List<(string, GivenAnswer)>> LinesAsync(string file, string text, CancellationToken stop)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        List<(string, GivenAnswer)> answers = [];
        int number = 0;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            AnswerLine read;
            try
            {
                read = JsonSerializer.Deserialize<AnswerLine>(line, Json) ?? throw new JsonException("null");
            }
            catch (JsonException e)
            {
                throw CliException.BadUsage($"--answers: {file}, line {number} is not {{\"stage\"?, \"text\"?, \"audio\"?, \"frames\"?, \"after_seconds\"?}}", e);
            }

            if (read.AfterSeconds is not (>= 0 and <= MostSeconds))
            {
                throw CliException.BadUsage($"--answers: {file}, line {number}: after_seconds is from 0 to {MostSeconds:N0}");
            }

            AnswerUpload upload = new() { Text = read.Text, Audio = await AudioAsync(folder, read.Audio, stop), Frames = await FramesAsync(folder, read.Frames ?? [], stop) };
            answers.Add((read.Stage ?? (answers.Count + 1).ToString(CultureInfo.InvariantCulture), new GivenAnswer(upload, TimeSpan.FromSeconds(read.AfterSeconds))));
        }

        return answers;
    }

    private static async Task<UploadedFile?> AudioAsync(string folder, string? file, CancellationToken stop) => file is null ? null
        : MediaFiles.Audio(await BoundedFile.ReadAsync(Path.Combine(folder, file), "--answers: audio", ModelMedia.LargestAudio, stop)) ?? throw CliException.BadUsage($"--answers: {file} is not {MediaFiles.AudioTypes}");

    private static async Task<IReadOnlyList<UploadedFile>> FramesAsync(string folder, IReadOnlyList<string> files, CancellationToken stop)
    {
        List<UploadedFile> frames = [];
        foreach (string file in files)
        {
            frames.Add(MediaFiles.Frame(await BoundedFile.ReadAsync(Path.Combine(folder, file), "--answers: frames", ModelMedia.LargestImage, stop)) ?? throw CliException.BadUsage($"--answers: {file} is not {MediaFiles.FrameTypes}"));
        }

        return frames;
    }

    private sealed record AnswerLine(string? Stage = null, string? Text = null, string? Audio = null, IReadOnlyList<string>? Frames = null, double AfterSeconds = 0);
}
