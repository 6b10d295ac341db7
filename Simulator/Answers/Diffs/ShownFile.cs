using System.Globalization;

namespace Workflows.Simulator.Answers.Diffs;

/// <summary>A file's diff as prompts show it.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Language">The language by its name.</param>
/// <param name="Lines">The shown lines in order.</param>
internal sealed record ShownFile(string Path, Language Language, IReadOnlyList<ShownLine> Lines)
{
    private const string PathMark = "file: ";
    private const string TextMark = " | ";

    private static readonly string[] Notes =
        [" (new file)", " (deleted)", " (renamed from ", " (copied from ", " (mode ", " (submodule)", " (compared with ", " (binary)"];

    /// <summary>Reads the files of a section; each starts with a line <c>file: path</c>.</summary>
    public static List<ShownFile> ReadAll(string text)
    {
        var files = new List<ShownFile>();
        var lines = new List<ShownLine>();
        var language = Language.Other;
        string? path = null;
        var hunk = -1;
        foreach (var raw in text.Split('\n'))
        {
            if (raw.StartsWith(PathMark, StringComparison.Ordinal))
            {
                Finish();
                path = WithoutNotes(raw[PathMark.Length..].Trim());
                language = Languages.Of(path);
                hunk = -1;
            }
            else if (raw.StartsWith("@@ ", StringComparison.Ordinal))
            {
                hunk++;
            }
            else if (Line(raw, Math.Max(0, hunk), language) is { } line)
            {
                lines.Add(line);
            }
        }

        Finish();
        return files;

        void Finish()
        {
            if (path is not null || lines.Count > 0)
            {
                files.Add(new ShownFile(path ?? "", language, lines));
                lines = [];
            }
        }
    }

    /// <summary>The lines on the new side that follow one within its hunk, at most <paramref name="count"/>.</summary>
    public IEnumerable<ShownLine> After(int index, int count) =>
        Lines.Skip(index + 1).TakeWhile(line => line.Hunk == Lines[index].Hunk).Where(line => line.IsNew).Take(count);

    /// <summary>The lines on the new side that precede one within its hunk, nearest first, at most <paramref name="count"/>.</summary>
    public IEnumerable<ShownLine> Before(int index, int count)
    {
        for (var i = index - 1; i >= 0 && count > 0 && Lines[i].Hunk == Lines[index].Hunk; i--)
        {
            if (Lines[i].IsNew)
            {
                count--;
                yield return Lines[i];
            }
        }
    }

    /// <summary>What kind of change it is stands behind the path.</summary>
    private static string WithoutNotes(string path)
    {
        var end = Notes.Select(note => path.IndexOf(note, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(path.Length).Min();
        return path[..end];
    }

    private static ShownLine? Line(string raw, int hunk, Language language)
    {
        var mark = raw.IndexOf(TextMark, StringComparison.Ordinal);
        var empty = mark < 0 && raw.EndsWith(" |", StringComparison.Ordinal);
        var end = empty ? raw.Length - 2 : mark;
        return raw.Length > 2 && raw[0] is '+' or '-' or ' ' && end is > 1 and < 20
            && int.TryParse(raw.AsSpan(1, end - 1), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number)
            ? new ShownLine(raw[0], number, empty ? "" : raw[(mark + TextMark.Length)..].TrimEnd('\r'), hunk, language)
            : null;
    }
}
