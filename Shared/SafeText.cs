using System.Globalization;
using System.Text;

namespace Workflows.Shared;

/// <summary>
/// Makes outside text safe to show: whatever could steer a terminal, reorder or hide text becomes visible as its code point.
/// </summary>
public static class SafeText
{
    // Invisible, but scripts of the Near East and India and many emoji need them, and they reorder nothing.
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;

    /// <summary>The text on one line: line ends and tabs become blanks.</summary>
    public static string Line(string? text, int maxLength = 500) => Clean(text, maxLength, keepsLines: false).Trim();

    /// <summary>The text with its line ends, all of them <c>\n</c>, and tabs as four blanks.</summary>
    public static string Block(string? text, int maxLength = 4_000) => Clean(text, maxLength, keepsLines: true).TrimEnd();

    private static string Clean(string? text, int maxLength, bool keepsLines)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var result = new StringBuilder(Math.Min(text.Length, maxLength) + 16);
        var position = 0;
        while (position < text.Length)
        {
            if (result.Length >= maxLength)
            {
                return result.Append('…').ToString();
            }

            if (Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                AppendCode(result, text[position]);
                position++;
                continue;
            }

            position += length;
            Append(result, rune, position < text.Length ? text[position] : '\0', keepsLines);
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, Rune rune, char next, bool keepsLines)
    {
        switch (rune.Value)
        {
            case '\n':
                result.Append(keepsLines ? '\n' : ' ');
                break;
            case '\r' when next == '\n':
                break;
            case '\t':
                result.Append(keepsLines ? "    " : " ");
                break;
            case NonJoiner or Joiner:
                result.Append((char)rune.Value);
                break;
            default:
                if (IsUnsafe(Rune.GetUnicodeCategory(rune)))
                {
                    AppendCode(result, rune.Value);
                }
                else
                {
                    result.Append(rune.ToString());
                }

                break;
        }
    }

    /// <summary>Controls and terminal escapes; direction marks, tags and other format characters; the two line ends that only Unicode knows.</summary>
    private static bool IsUnsafe(UnicodeCategory category) => category
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate;

    private static void AppendCode(StringBuilder result, int value) => result.Append(CultureInfo.InvariantCulture, $"[U+{value:X4}]");
}
