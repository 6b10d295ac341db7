using System.Text;

namespace Workflows.Shared.Models;

/// <summary>Detects answers in the wrong script: Chinese that leaks into Korean or English text. Requirement R8.</summary>
public static class ScriptCheck
{
    /// <summary>Han letters that no answer is blamed for: a name, or a term in parentheses as Korean writers add it.</summary>
    private const int ToleratedLetters = 4;

    /// <summary>A run of so many Han letters is a sentence, however long the rest of the text is.</summary>
    private const int SentenceLength = 12;

    /// <summary>Largest tolerated share of Han letters among all letters.</summary>
    private const double ToleratedShare = 0.1;

    private const int MaxDistinctRuns = 200;

    /// <summary>
    /// Whether a text that should be in the expected language is not: more than a few of its letters are Han letters, and those
    /// are over a tenth of all or form a sentence. A run of Han letters that stands in the source as it is counts as a quotation.
    /// </summary>
    /// <param name="text">The free text of an answer, its structure and its own quotations left out.</param>
    /// <param name="expected">The language that was asked for.</param>
    /// <param name="quotedSource">The input that the answer may quote; empty when there is none.</param>
    public static bool IsWrongScript(string text, AnswerLanguage expected, string quotedSource)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(quotedSource);
        if (!Enum.IsDefined(expected))
        {
            throw new ArgumentOutOfRangeException(nameof(expected), expected, "Not a language that is checked.");
        }

        var otherLetters = 0;
        var runs = HanRuns(text, ref otherLetters);
        if (runs.Count == 0)
        {
            return false;
        }

        var unused = 0;
        var source = string.Join(' ', HanRuns(quotedSource, ref unused));
        var checkedRuns = new Dictionary<string, bool>(StringComparer.Ordinal);
        var han = 0;
        var longest = 0;
        foreach (var run in runs)
        {
            var length = LettersIn(run);
            if (IsQuoted(run, source, checkedRuns))
            {
                continue;
            }

            han += length;
            longest = Math.Max(longest, length);
        }

        return han >= ToleratedLetters && (longest >= SentenceLength || han > ToleratedShare * (han + otherLetters));
    }

    private static bool IsQuoted(string run, string source, Dictionary<string, bool> checkedRuns)
    {
        if (!checkedRuns.TryGetValue(run, out var isQuoted) && checkedRuns.Count < MaxDistinctRuns)
        {
            isQuoted = source.Contains(run, StringComparison.Ordinal);
            checkedRuns.Add(run, isQuoted);
        }

        return isQuoted;
    }

    private static List<string> HanRuns(string text, ref int otherLetters)
    {
        var runs = new List<string>();
        var run = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHan(rune))
            {
                run.Append(rune.ToString());
                continue;
            }

            otherLetters += Rune.IsLetter(rune) ? 1 : 0;
            Flush();
        }

        Flush();
        return runs;

        void Flush()
        {
            if (run.Length > 0)
            {
                runs.Add(run.ToString());
                run.Clear();
            }
        }
    }

    private static int LettersIn(string run) => run.Length - run.Count(char.IsLowSurrogate);

    /// <summary>The blocks of the Unicode standard that hold Han ideographs, compatibility forms included.</summary>
    private static bool IsHan(Rune rune) => rune.Value is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
