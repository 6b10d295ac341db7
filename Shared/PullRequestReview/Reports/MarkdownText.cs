using System.Text;

namespace Workflows.Shared.PullRequestReview.Reports;

/// <summary>
/// Turns outside text into Markdown that shows that text and does nothing else: no markup, no HTML, no link, no image, no mention,
/// no reference to an issue, no command of the platform that shows it.
/// </summary>
internal static class MarkdownText
{
    /// <summary>
    /// Platforms look for mentions and links after Markdown is resolved, where a backslash no longer helps: an invisible blank behind the
    /// first letter breaks the pattern and nothing else.
    /// </summary>
    private const char Breaker = '\u200B';

    private const string Escaped = "\\`*_[]{}|~$#!";
    private const string Referring = "@#!~$%&";
    private const string EscapedAtStart = "-+=/:";

    /// <summary>One line of text.</summary>
    public static string Inline(string? text, int maxLength = 500) => EscapeLine(SafeText.Line(text, maxLength));

    /// <summary>Lines of text; blank lines part paragraphs.</summary>
    public static string Paragraphs(string? text, int maxLength = 4_000) =>
        string.Join('\n', SafeText.Block(text, maxLength).Split('\n').Select(line => EscapeLine(line.Trim())));

    /// <summary>A code span.</summary>
    public static string Code(string? text, int maxLength = 300)
    {
        var line = SafeText.Line(text, maxLength);
        if (line.Length == 0)
        {
            return "(none)";
        }

        var fence = new string('`', LongestRun(line) + 1);
        var pad = line.StartsWith('`') || line.EndsWith('`') ? " " : "";
        return $"{fence}{pad}{line}{pad}{fence}";
    }

    /// <summary>A fenced code block.</summary>
    public static string Fence(string? text, int maxLength = 4_000)
    {
        var block = SafeText.Block(text, maxLength);
        var fence = new string('`', Math.Max(3, LongestRun(block) + 1));
        return $"{fence}text\n{block}\n{fence}";
    }

    private static string EscapeLine(string line)
    {
        var result = new StringBuilder(line.Length + 16);
        for (var position = 0; position < line.Length; position++)
        {
            var letter = line[position];
            var next = position + 1 < line.Length ? line[position + 1] : '\0';
            if (NeedsBackslash(line, position))
            {
                result.Append('\\');
            }

            if (StartsLinkDot(line, position) || EndsMailbox(line, position))
            {
                result.Append(Breaker);
            }

            result.Append(letter switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => letter.ToString() });
            if ((Referring.Contains(letter) && next != '\0' && next != ' ') || StartsReference(line, position))
            {
                result.Append(Breaker);
            }
        }

        return result.ToString();
    }

    private static bool NeedsBackslash(string line, int position)
    {
        var letter = line[position];
        return Escaped.Contains(letter)
            || (position == 0 && EscapedAtStart.Contains(letter))
            || (letter is '.' or ')' && position > 0 && line.AsSpan(0, position).ContainsAnyExceptInRange('0', '9') == false);
    }

    /// <summary>The dot of <c>www.</c>, by which some platforms know a link.</summary>
    private static bool StartsLinkDot(string line, int position) =>
        line[position] == '.' && position >= 3 && line.AsSpan(position - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    /// <summary>The sign of a mail address: after it alone a blank is not enough, as some platforms take that blank for a letter of the host.</summary>
    private static bool EndsMailbox(string line, int position) => line[position] == '@' && position > 0 && line[position - 1] != ' ';

    /// <summary>The colon of an address such as <c>https://</c> or <c>mailto:</c>, the first slash of <c>//</c>, and the letters of <c>GH-1</c>.</summary>
    private static bool StartsReference(string line, int position)
    {
        var rest = line.AsSpan(position + 1);
        return line[position] switch
        {
            ':' => rest.StartsWith("//") || (position > 0 && char.IsLetter(line[position - 1]) && rest.Length > 0 && rest[0] != ' '),
            '/' => rest.StartsWith("/"),
            'h' or 'H' => position > 0 && line[position - 1] is 'g' or 'G' && rest.StartsWith("-"),
            _ => false,
        };
    }

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
