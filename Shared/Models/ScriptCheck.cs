using System.Text;

namespace Workflows.Shared.Models;

/// <summary>Detects answers in the wrong script: Chinese that leaks into Korean or English text, and every other script that the language is not written in. Requirement R8.</summary>
public static class ScriptCheck
{
    /// <summary>Foreign letters that no answer is blamed for: a name, or a term in parentheses as Korean writers add it.</summary>
    private const int ToleratedLetters = 4;

    /// <summary>A run of so many foreign letters is a sentence, however long the rest of the text is.</summary>
    private const int SentenceLength = 12;

    /// <summary>Largest tolerated share of foreign letters among all letters.</summary>
    private const double ToleratedShare = 0.1;

    private const int MaxDistinctRuns = 200;

    /// <summary>
    /// Whether a text that should be in the expected language is not: more than a few of its letters are foreign, and those
    /// are over a tenth of all or form a sentence. Latin letters are foreign to neither language. A run of foreign letters that stands in the source as it is counts as a quotation.
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
        var runs = ForeignRuns(text, expected, ref otherLetters);
        if (runs.Count == 0)
        {
            return false;
        }

        var unused = 0;
        var source = string.Join(' ', ForeignRuns(quotedSource, expected, ref unused));
        var checkedRuns = new Dictionary<string, bool>(StringComparer.Ordinal);
        var foreign = 0;
        var longest = 0;
        foreach (var run in runs)
        {
            var length = LettersIn(run);
            if (IsQuoted(run, source, checkedRuns))
            {
                continue;
            }

            foreign += length;
            longest = Math.Max(longest, length);
        }

        return foreign >= ToleratedLetters && (longest >= SentenceLength || foreign > ToleratedShare * (foreign + otherLetters));
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

    private static List<string> ForeignRuns(string text, AnswerLanguage expected, ref int otherLetters)
    {
        var runs = new List<string>();
        var run = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsForeign(rune, expected))
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

    private static bool IsForeign(Rune rune, AnswerLanguage expected) =>
        Rune.IsLetter(rune) && !IsLatinOrGreek(rune) && !(expected == AnswerLanguage.Korean && IsHangul(rune));

    /// <summary>Latin with its extensions, phonetic letters, and Greek, whose letters formulas use in every language.</summary>
    private static bool IsLatinOrGreek(Rune rune) => rune.Value is
        <= 0x03FF or (>= 0x1D00 and <= 0x1FFF) or (>= 0x2000 and <= 0x2BFF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA720 and <= 0xA7FF)
        or (>= 0xAB30 and <= 0xAB6F) or (>= 0xFB00 and <= 0xFB06) or (>= 0xFF21 and <= 0xFF5A) or (>= 0x1D400 and <= 0x1D7FF);

    private static bool IsHangul(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x11FF) or (>= 0x3131 and <= 0x318E) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF) or (>= 0xFFA0 and <= 0xFFDC);
}
