using Workflows.Shared.Expressions.Alignment;
using Workflows.Shared.Text;

namespace Workflows.Shared.Expressions.Selection;

/// <summary>What two expressions have in common when they are the same: their words in their base forms.</summary>
public static class ExpressionKey
{
    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal) { "to", "a", "an", "the" };

    /// <summary>
    /// The key: case, punctuation, forms of words, a leading "to" or article and whose ("my", "one's") make no difference. "Looking forward to" and "to look forward to" have one key. In scripts whose words are not
    /// parted it is the letters; the ending of a Korean verb is not taken off. Empty: the expression has no words.
    /// </summary>
    /// <param name="expression">The expression.</param>
    public static string Of(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        if (expression.EnumerateRunes().Any(UnpartedScripts.Contains))
        {
            return string.Concat(ChunkLetters.Words(expression));
        }

        List<string> words = [.. Words.Of(expression).SelectMany(Words.Expand).Select(Plain)];
        return string.Join(' ', words.Count > 1 && Leading.Contains(words[0]) ? words.Skip(1) : words);
    }

    private static string Plain(string word) => word switch
    {
        "my" or "your" or "his" or "her" or "its" or "our" or "their" or "ones" or "one's" => "one's",
        "myself" or "yourself" or "himself" or "herself" or "itself" or "ourselves" or "yourselves" or "themselves" => "oneself",
        _ => WordForms.BaseOf(word),
    };
}
