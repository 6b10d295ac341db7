using System.Globalization;

namespace Workflows.Shared.Expressions;

/// <summary>Where an analysis' content stands in the content store; it is deleted together, by its folder.</summary>
public static class ExpressionContent
{
    private const string Root = "expressions/";

    /// <summary>The folder of an analysis, with the slash at its end.</summary>
    /// <param name="name">Letters, digits, '-' and '_', of this analysis alone.</param>
    public static string Folder(string name) => $"{Root}{name}/";

    /// <summary>Whether a text is the folder of an analysis.</summary>
    public static bool IsFolder(string? folder) =>
        folder?.StartsWith(Root, StringComparison.Ordinal) == true && folder.Length > Root.Length + 1 && folder[^1] == '/' && folder[Root.Length..^1].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>The subtitles: an <see cref="ExpressionRequest"/>.</summary>
    public static string Source(string folder) => $"{folder}source.json";

    /// <summary>A chunk: a <see cref="Chunks.SubtitleChunk"/>.</summary>
    public static string Chunk(string folder, int number) => $"{folder}{number.ToString("D5", CultureInfo.InvariantCulture)}.json";

    /// <summary>A chunk's prompt: the text of a user message.</summary>
    public static string Prompt(string folder, int number) => $"{folder}{number.ToString("D5", CultureInfo.InvariantCulture)}.txt";
}
