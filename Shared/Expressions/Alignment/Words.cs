using System.Globalization;
using System.Text;
using Workflows.Shared.Text;

namespace Workflows.Shared.Expressions.Alignment;

/// <summary>Cuts text into words, and spoken short forms into what they stand for.</summary>
internal static class Words
{
    /// <summary>What <c>'s</c> becomes, which stands for "is", "has" or an owner.</summary>
    public const string OpenS = "'s";

    private static readonly Dictionary<string, string> ShortForms = new(StringComparer.Ordinal)
    {
        ["gonna"] = "going to", ["wanna"] = "want to", ["gotta"] = "got to", ["gimme"] = "give me", ["lemme"] = "let me", ["dunno"] = "do not know", ["kinda"] = "kind of", ["sorta"] = "sort of",
        ["outta"] = "out of", ["cannot"] = "can not", ["'em"] = "them", ["let's"] = "let us", ["ain't"] = "be not", ["sb"] = "someone", ["sth"] = "something", ["somebody"] = "someone",
        ["sb's"] = "someone 's", ["somebody's"] = "someone 's", ["one's"] = "one's",
    };

    private static readonly (string Ending, string Tail)[] Endings = [("n't", "not"), ("'m", "be"), ("'re", "be"), ("'ve", "have"), ("'ll", "will"), ("'d", ""), ("'s", OpenS)];

    /// <summary>The words of a text, in order.</summary>
    public static List<Word> Of(string text)
    {
        List<Word> words = [];
        StringBuilder word = new();
        bool hyphen = false;
        foreach (Rune rune in UnicodeText.Unify(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (word.Length > 0 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
                hyphen = false;
            }
            else if (rune.Value is '\'' or '`' or 0x2018 or 0x2019 or 0x02BC)
            {
                word.Append('\'');
            }
            else
            {
                if (rune.Value == '&')
                {
                    Flush(words, word);
                    word.Append("and");
                }

                bool isDash = rune.Value is '-' or 0x2010 or 0x2011;
                bool ended = Flush(words, word);
                hyphen = isDash ? ended : hyphen && Rune.IsWhiteSpace(rune);
                if (hyphen && words.Count > 0)
                {
                    words[^1] = words[^1] with { JoinsNext = true };
                }
            }
        }

        Flush(words, word);
        return words;
    }

    /// <summary>What a word stands for: "don't" for "do not", "gonna" for "going to"; most for themselves.</summary>
    public static IEnumerable<string> Expand(Word word)
    {
        if (ShortForms.TryGetValue(word.Written, out string? known))
        {
            return known.Split(' ');
        }

        foreach ((string ending, string rest) in Endings)
        {
            if (word.Written.Length > ending.Length && word.Written.EndsWith(ending, StringComparison.Ordinal))
            {
                string stem = word.Written[..^ending.Length].Replace("'", "", StringComparison.Ordinal);
                return rest.Length == 0 ? [stem] : [ending == "n't" && stem == "ca" ? "can" : stem, rest];
            }
        }

        return [word.Written.EndsWith("in'", StringComparison.Ordinal) && word.Written.Length > 5 ? word.Text + "g" : word.Text];
    }

    private static bool Flush(List<Word> words, StringBuilder word)
    {
        string written = word.ToString();
        word.Clear();
        string bare = written.Replace("'", "", StringComparison.Ordinal);
        if (bare.Length == 0)
        {
            return false;
        }

        // Apostrophes at the edges are quotation marks, but for "'em" and "lookin'".
        string kept = written == "'em" || written.EndsWith("in'", StringComparison.Ordinal) ? written : written.Trim('\'');
        words.Add(new Word(bare, kept, false));
        return true;
    }
}
