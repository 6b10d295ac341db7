using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Workflows.Shared.Expressions;

/// <summary>Where an analysis' content stands in the content store; it is deleted together, by its folder.</summary>
public static class ExpressionContent
{
    private const string Root = "expressions/";

    /// <summary>The folder of an analysis, with the slash at its end.</summary>
    /// <param name="name">Letters, digits, '-' and '_', of this analysis alone.</param>
    public static string Folder(string name) => $"{Root}{name}/";

    /// <summary>The SHA-256 of a request's subtitles, in hexadecimal; the same words given in another way have another.</summary>
    /// <param name="request">The request.</param>
    public static string Hash(ExpressionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([(byte)(request.Subtitles is not null ? 1 : request.SubtitleFile is not null ? 2 : 3)]);
        hash.AppendData(MemoryMarshal.AsBytes(request.Subtitles.AsSpan()));
        hash.AppendData(request.SubtitleFile ?? []);
        if (request.Segments is { } segments)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(segments, ExpressionJson.Options));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether a text is the folder of an analysis.</summary>
    public static bool IsFolder(string? folder) =>
        folder?.StartsWith(Root, StringComparison.Ordinal) == true && folder.Length > Root.Length + 1 && folder[^1] == '/' && folder[Root.Length..^1].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>The request: an <see cref="ExpressionRequest"/>, without the subtitles where these stand beside it.</summary>
    public static string Source(string folder) => $"{folder}source.json";

    /// <summary>Subtitles that were given as text, in UTF-8.</summary>
    public static string SourceText(string folder) => $"{folder}source.txt";

    /// <summary>Subtitles that were given as a file, as it is.</summary>
    public static string SourceFile(string folder) => $"{folder}source.sub";

    /// <summary>A chunk: a <see cref="Chunks.SubtitleChunk"/>.</summary>
    public static string Chunk(string folder, int number) => $"{folder}{number.ToString("D5", CultureInfo.InvariantCulture)}.json";

    /// <summary>A chunk's prompt: the text of a user message.</summary>
    public static string Prompt(string folder, int number) => $"{folder}{number.ToString("D5", CultureInfo.InvariantCulture)}.txt";
}
