using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Rules;

namespace Workflows.Simulator.Answers.Expressions;

/// <summary>Two to five words in a row out of a line, no comma or stop between them; in Japanese and Chinese, which part no words, pieces that begin with a Kanji or Katakana.</summary>
internal static class WordRuns
{
    private const int FewestWords = 2;
    private const int MostWords = 5;
    private const int FewestLetters = 6;
    private const int MostCandidates = 2_000;
    private const int Longest = 120;

    private static readonly Regex Words = Pattern.Of(@"[\p{Lu}\p{Ll}\p{Lo}\p{M}\p{Nd}']+(?: [\p{Lu}\p{Ll}\p{Lo}\p{M}\p{Nd}']+)+");
    private static readonly Regex Unparted = Pattern.Of(@"(?:[\p{IsCJKUnifiedIdeographs}\p{IsKatakana}]+\p{IsHiragana}{0,6}){1,3}");

    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "and", "or", "but", "if", "of", "to", "in", "on", "at", "for", "with", "by", "is", "are", "am", "was", "were", "be", "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us",
        "them", "my", "your", "his", "its", "our", "their", "this", "that", "not", "so", "as", "do", "did", "has", "had", "have", "i'm", "it's",
    };

    /// <summary>Such runs in an order that depends on their words alone: first those that lie over nothing chosen, neither before nor here, then the others.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="before">What has been chosen before.</param>
    public static IEnumerable<ChosenExpression> In(SpokenLines lines, IReadOnlyList<ChosenExpression> before)
    {
        List<ChosenExpression> taken = [.. before];
        List<ChosenExpression> others = [];
        foreach ((int start, int length) in Candidates(lines.Text)
            .Take(MostCandidates)
            .DistinctBy(run => Key(lines.Text, run))
            .OrderBy(run => DeterministicRandom.From(0, Key(lines.Text, run)).NextDouble()))
        {
            ChosenExpression run = lines.Choose(lines.Text.Substring(start, length), start, start + length);
            bool isFree = !taken.Exists(run.Overlaps);
            (isFree ? taken : others).Add(run);
            if (isFree)
            {
                yield return run;
            }
        }

        foreach (ChosenExpression run in others)
        {
            yield return run;
        }
    }

    private static string Key(string text, (int Start, int Length) run) => text.Substring(run.Start, run.Length).ToLowerInvariant();

    private static IEnumerable<(int Start, int Length)> Candidates(string text)
    {
        foreach (Match clause in Words.Matches(text))
        {
            List<(int Start, string Text)> words = [];
            int at = clause.Index;
            foreach (string word in clause.Value.Split(' '))
            {
                words.Add((at, word));
                at += word.Length + 1;
            }

            for (int first = 0; first < words.Count; first++)
            {
                for (int last = first + FewestWords - 1; last < Math.Min(words.Count, first + MostWords); last++)
                {
                    int length = words[last].Start + words[last].Text.Length - words[first].Start;
                    if (!Plain.Contains(words[first].Text) && !Plain.Contains(words[last].Text) && length is >= FewestLetters and <= Longest)
                    {
                        yield return (words[first].Start, length);
                    }
                }
            }
        }

        foreach (Match piece in Unparted.Matches(text))
        {
            if (piece.Length is >= 3 and <= Longest)
            {
                yield return (piece.Index, piece.Length);
            }
        }
    }
}
