using System.Globalization;
using System.Text;

namespace Workflows.Activities.Models;

/// <summary>Reads a text out of a JSON object that is not whole yet. No library reads half a document; what is shown of it is replaced by the judged answer in the end, so a guess does no harm.</summary>
internal static class StreamedField
{
    private const string ThoughtStart = "<think>";
    private const string ThoughtEnd = "</think>";

    /// <summary>As much of a field's text as is there, without half an escape or half a character at its end; empty before it begins. A thought before the object is passed over.</summary>
    /// <param name="content">The beginning of an answer.</param>
    /// <param name="field">The field's name, of plain letters.</param>
    public static string Read(string content, string field)
    {
        int start = Answer(content);
        int name = start < 0 ? -1 : content.IndexOf($"\"{field}\"", start, StringComparison.Ordinal);
        if (name < 0)
        {
            return "";
        }

        int at = Skip(content, name + field.Length + 2);
        if (at >= content.Length || content[at] != ':')
        {
            return "";
        }

        at = Skip(content, at + 1);
        return at < content.Length && content[at] == '"' ? Text(content, at + 1) : "";
    }

    private static int Answer(string content)
    {
        int end = content.LastIndexOf(ThoughtEnd, StringComparison.OrdinalIgnoreCase);
        return end >= 0 ? end + ThoughtEnd.Length
            : content.AsSpan().TrimStart().StartsWith(ThoughtStart, StringComparison.OrdinalIgnoreCase) ? -1
            : 0;
    }

    private static int Skip(string content, int at)
    {
        while (at < content.Length && char.IsWhiteSpace(content[at]))
        {
            at++;
        }

        return at;
    }

    private static string Text(string content, int at)
    {
        StringBuilder text = new();
        while (at < content.Length && content[at] != '"')
        {
            if (content[at] != '\\')
            {
                text.Append(content[at++]);
            }
            else if (Escaped(content, at) is { } escaped)
            {
                text.Append(escaped.Letter);
                at += escaped.Length;
            }
            else
            {
                break;
            }
        }

        return text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text.ToString(0, text.Length - 1) : text.ToString();
    }

    private static (char Letter, int Length)? Escaped(string content, int at) => at + 1 >= content.Length ? null : content[at + 1] switch
    {
        'n' => ('\n', 2),
        't' => ('\t', 2),
        'r' => ('\r', 2),
        'b' or 'f' => (' ', 2),
        'u' => at + 6 <= content.Length && ushort.TryParse(content.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code) ? ((char)code, 6) : null,
        var letter => (letter, 2),
    };
}
