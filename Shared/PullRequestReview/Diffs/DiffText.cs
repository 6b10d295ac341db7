using System.Text;

namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>Turns the bytes of a diff into text.</summary>
public static class DiffText
{
    /// <summary>The largest diff accepted, in bytes (20 MB); the same figure bounds the characters of a diff given as text.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    private const char Replacement = '\uFFFD';

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes a diff. A byte order mark is dropped; UTF-16 is accepted when it has one. Otherwise the text is UTF-8, and
    /// each line that is not valid UTF-8 is read as Latin-1, so that one file in an old encoding spoils no other line.
    /// NUL characters become U+FFFD: the text goes into JSON, SQL and terminals, which treat NUL badly.
    /// </summary>
    /// <param name="bytes">The diff as read.</param>
    /// <returns>The text, line ends as they were.</returns>
    /// <exception cref="InvalidDiffException">There are more than <see cref="MaxBytes"/> bytes.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            throw TooLarge();
        }

        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => DecodeUtf8OrLatin1(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ => DecodeUtf8OrLatin1(bytes),
        };

        return text.Replace('\0', Replacement);
    }

    internal static InvalidDiffException TooLarge() =>
        new("The diff is larger than 20 MB; review it in parts, for example: git diff BASE...HEAD -- src/");

    /// <summary>Decodes bytes line by line: UTF-8 where a line is valid, else Latin-1.</summary>
    internal static string DecodeUtf8OrLatin1(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return StrictUtf8.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..(end + 1)];
            text.Append(System.Text.Unicode.Utf8.IsValid(line) ? StrictUtf8.GetString(line) : Encoding.Latin1.GetString(line));
            bytes = bytes[line.Length..];
        }

        return text.ToString();
    }
}
