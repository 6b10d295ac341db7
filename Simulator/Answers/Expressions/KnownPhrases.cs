using System.Text.RegularExpressions;

namespace Workflows.Simulator.Answers.Expressions;

/// <summary>Looks for phrases that learners should know, in whatever form they are said.</summary>
internal static class KnownPhrases
{
    private static readonly (string Expression, Regex Pattern)[] All = [.. EnglishPhrases.All, .. EasternPhrases.All];

    /// <summary>Those that are said, each at its first place, in the order of the lines.</summary>
    public static IEnumerable<ChosenExpression> In(SpokenLines lines)
    {
        List<ChosenExpression> chosen = [];
        foreach (ChosenExpression found in All
            .Select(phrase => (phrase.Expression, Match: phrase.Pattern.Match(lines.LowerText)))
            .Where(found => found.Match.Success)
            .Select(found => lines.Choose(found.Expression, found.Match.Index, found.Match.Index + found.Match.Length))
            .OrderBy(found => found.Start).ThenByDescending(found => found.End))
        {
            if (!chosen.Exists(found.Overlaps))
            {
                chosen.Add(found);
            }
        }

        return chosen;
    }
}
