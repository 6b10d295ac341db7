namespace Workflows.Shared.Subtitles.Reading;

/// <summary>Takes the speakers out of a cue's lines: <c>JOHN: </c> at the beginning of one, and the dashes that part speakers.</summary>
internal static class CueSpeakers
{
    private const int LongestName = 30;
    private const int MostWords = 3;

    /// <summary>The cue's text on one line and its speakers. A dash stays where there are several.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="tagged">The speakers that tags have named.</param>
    public static (string Text, string? Speaker) TakeOut(List<string> lines, List<string> tagged)
    {
        List<string> speakers = [.. tagged.Select(CueText.Visible)];
        List<(string Text, bool Begins)> said = [];
        foreach (string line in lines)
        {
            string bare = WithoutDash(line);
            (string? name, string text) = Label(bare);
            speakers.AddRange(name is null ? [] : [name]);
            if (text.Length > 0)
            {
                said.Add((text, bare.Length < line.Length || name is not null));
            }
        }

        bool several = said.Count(line => line.Begins) > 1;
        string whole = string.Join(' ', said.Select(line => several && line.Begins ? "- " + line.Text : line.Text));
        string names = string.Join(", ", speakers.Where(name => name.Length > 0).Select(name => name.Length > LongestName ? Cut(name) : name).Distinct(StringComparer.Ordinal).Take(MostWords));
        return (whole, names.Length > 0 ? names : null);
    }

    private static string WithoutDash(string line)
    {
        string bare = line.TrimStart('-', '\u2010', '\u2013', '\u2014', ' ');
        return bare.Length > 0 && line[0] is '-' or '\u2010' or '\u2013' or '\u2014' ? bare : bare.Length == 0 ? "" : line;
    }

    /// <summary>A name in capitals, or in letters that have no case, before a colon and a blank. "10: 30" is none, and neither is "IN OTHER WORDS: NO", which is all in capitals.</summary>
    private static (string? Name, string Text) Label(string line)
    {
        int colon = line.AsSpan(0, Math.Min(line.Length, LongestName + 1)).IndexOfAny(':', '\uFF1A');
        if (colon < 2 || (colon + 1 < line.Length && line[colon] == ':' && line[colon + 1] != ' '))
        {
            return (null, line);
        }

        string name = line[..colon].TrimEnd();
        string text = line[(colon + 1)..].TrimStart();
        int words = 1 + name.Count(c => c == ' ');
        bool isShouted = words > 1 && text.Any(char.IsUpper) && !text.Any(char.IsLower);
        return words <= MostWords && name.Count(char.IsLetter) > 1 && !name.Any(char.IsLower) && name.All(IsOfName) && !isShouted ? (name, text) : (null, line);
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is ' ' or '.' or '\'' or '\u2019' or '-' or '#' or '&';

    private static string Cut(string name) => name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
}
