using System.Text;

namespace Workflows.Shared.Subtitles.Reading;

/// <summary>Takes the markup out of a cue: HTML, WebVTT and ASS. What merely looks like markup, such as <c>&lt;3</c>, stays.</summary>
internal static class CueTags
{
    private const int LongestTag = 300;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "i", "b", "u", "s", "c", "v", "br", "font", "lang", "ruby", "rt", "rp", "span", "p", "em", "strong", "strike", "small", "big", "sub", "sup", "div", "center", "body", "sami", "sync", "tt",
    };

    /// <summary>The text without tags, and the names of its <c>&lt;v Name&gt;</c> tags in their order. Lines of several speakers begin with "- ".</summary>
    public static (string Text, List<string> Speakers) Strip(string text)
    {
        StringBuilder plain = new(text.Length);
        List<string> speakers = [];
        bool hidden = false;
        for (int at = 0; at < text.Length;)
        {
            char c = text[at];
            if (c == '{' && at + 1 < text.Length && text[at + 1] == '\\' && Closing(text, at, '}') is { } brace)
            {
                at = brace + 1;
            }
            else if (c == '\\' && at + 1 < text.Length && text[at + 1] is 'N' or 'n' or 'h')
            {
                plain.Append(text[at + 1] == 'h' ? ' ' : '\n');
                at += 2;
            }
            else if (c == '<' && Closing(text, at, '>') is { } end && NameOf(text.AsSpan(at + 1, end - at - 1)) is { } name)
            {
                Open(name, text.AsSpan(at + 1, end - at - 1));
                at = end + 1;
            }
            else
            {
                plain.Append(hidden ? "" : c.ToString());
                at++;
            }
        }

        return (plain.ToString(), speakers);

        void Open(string name, ReadOnlySpan<char> tag)
        {
            switch (name.ToLowerInvariant())
            {
                case "br":
                    plain.Append('\n');
                    break;

                // The reading over a word is not said a second time.
                case "rt" or "rp":
                    hidden = true;
                    break;
                case "/rt" or "/rp" or "/ruby":
                    hidden = false;
                    break;
                case "v" when SpeakerOf(tag) is { Length: > 0 } speaker:
                    plain.Append(plain.Length > 0 ? "\n- " : "- ");
                    speakers.Add(speaker);
                    break;
            }
        }
    }

    private static int? Closing(string text, int from, char closing)
    {
        ReadOnlySpan<char> rest = text.AsSpan(from + 1, Math.Min(LongestTag, text.Length - from - 1));
        int end = rest.IndexOfAny(closing, text[from]);
        return end >= 0 && rest[end] == closing ? from + 1 + end : null;
    }

    /// <summary>The tag's name with its slash, "time" for a time of karaoke; null: it is no tag.</summary>
    private static string? NameOf(ReadOnlySpan<char> tag)
    {
        bool closes = tag.StartsWith("/");
        ReadOnlySpan<char> rest = closes ? tag[1..] : tag;
        int end = 0;
        while (end < rest.Length && char.IsAsciiLetter(rest[end]))
        {
            end++;
        }

        if (end == 0)
        {
            TimeScan scan = new(rest);
            return rest.Length > 0 && char.IsAsciiDigit(rest[0]) && scan.Time() is { Parts: > 1 } && scan.IsAtEnd ? "time" : null;
        }

        bool ends = end == rest.Length || rest[end] is '.' or '/' || char.IsWhiteSpace(rest[end]);
        string name = rest[..end].ToString();
        return ends && Known.Contains(name) ? (closes ? "/" : "") + name : null;
    }

    private static string SpeakerOf(ReadOnlySpan<char> tag)
    {
        int blank = tag.IndexOfAny(' ', '\t', '\n');
        return blank < 0 ? "" : tag[blank..].Trim().ToString();
    }
}
