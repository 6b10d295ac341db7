using System.Globalization;

namespace Workflows.Shared.Interview;

/// <summary>Where an interview's content stands in the content store; it is deleted together, by its folder.</summary>
public static class InterviewContent
{
    private const string Root = "interviews/";

    /// <summary>The folder of an interview, with the slash at its end.</summary>
    /// <param name="name">Letters, digits, '-' and '_', of this interview alone.</param>
    public static string Folder(string name) => $"{Root}{name}/";

    /// <summary>Whether a text is the folder of an interview.</summary>
    public static bool IsFolder(string? folder) =>
        folder?.StartsWith(Root, StringComparison.Ordinal) == true && folder.Length > Root.Length + 1 && folder[^1] == '/' && folder[Root.Length..^1].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Documents and stages: an <see cref="InterviewSource"/>.</summary>
    public static string Source(string folder) => $"{folder}source.json";

    /// <summary>An answer: a <see cref="StoredAnswer"/>. Answers of one stage that differ have different keys, so that none takes the place of the one that counts.</summary>
    public static string Answer(string folder, int stage, string hash) => $"{folder}{Number(stage)}-answer-{hash}.json";

    /// <summary>A file of an answer, as it came.</summary>
    public static string File(string folder, int stage, string hash, string name) => $"{folder}{Number(stage)}-answer-{hash}-{name}";

    /// <summary>What a spoken answer says: text.</summary>
    public static string Transcript(string folder, int stage) => $"{folder}{Number(stage)}-transcript.txt";

    /// <summary>The prompt of a stage's question, or of its analysis: the text of a user message.</summary>
    public static string Prompt(string folder, int stage, string kind) => $"{folder}{Number(stage)}-{kind}.txt";

    /// <summary>The prompt of the report.</summary>
    public static string ReportPrompt(string folder) => $"{folder}report.txt";

    private static string Number(int stage) => stage.ToString("D2", CultureInfo.InvariantCulture);
}
