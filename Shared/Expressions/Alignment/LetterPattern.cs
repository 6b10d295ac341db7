namespace Workflows.Shared.Expressions.Alignment;

/// <summary>A word of an expression in Korean, Japanese or Chinese, as it is looked for in other forms.</summary>
internal sealed class LetterPattern
{
    private static readonly string[] Particles = ["에서", "에게", "으로", "까지", "부터", "을", "를"];

    private readonly string _stem;
    private readonly bool _isVerb;

    public LetterPattern(string word)
    {
        _isVerb = word.Length > 1 && word[^1] == '다' && Syllable.Is(word[^2]);
        _stem = _isVerb ? word[..^1] : Noun(word);
    }

    /// <summary>How many letters must be there.</summary>
    public int Length => _stem.Length;

    /// <summary>Whether the stem stands at a place.</summary>
    public bool StandsAt(IReadOnlyList<SpokenLetter> letters, int at)
    {
        // A single syllable stands within many words.
        if (at + _stem.Length > letters.Count || (_stem.Length == 1 && !letters[at].BeginsWord))
        {
            return false;
        }

        for (int i = 0; i < _stem.Length; i++)
        {
            char said = letters[at + i].Letter;
            bool mayChange = _isVerb && i == _stem.Length - 1;
            if (letters[at + i].Scene != letters[at].Scene || !(said == _stem[i] || (mayChange && Syllable.MayBecome(_stem[i], said))))
            {
                return false;
            }
        }

        return true;
    }

    private static string Noun(string word)
    {
        foreach (string particle in Particles)
        {
            if (word.Length > particle.Length && word.EndsWith(particle, StringComparison.Ordinal))
            {
                return word[..^particle.Length];
            }
        }

        // Japanese verbs and adjectives change from their last Kana on.
        bool endsInKana = word.Length > 2 && word[^1] is >= '\u3041' and <= '\u3096';
        return !endsInKana ? word : word.EndsWith("する", StringComparison.Ordinal) && word.Length > 3 ? word[..^2] : word[..^1];
    }
}
