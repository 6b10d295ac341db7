namespace Workflows.Shared.Expressions.Alignment;

/// <summary>A word of an expression, as it is looked for.</summary>
internal sealed class PatternWord
{
    private static readonly HashSet<string> Owners = new(StringComparer.Ordinal) { "one's", "ones", "someone's", "my", "your", "his", "her", "its", "our", "their", "whose" };
    private static readonly HashSet<string> Left = new(StringComparer.Ordinal) { "a", "an", "the", "it", "them", "him", "her", "me", "us", "you", "this", "that", "to", Words.OpenS };

    private readonly HashSet<string> _forms;
    private readonly bool _isOwner;
    private readonly bool _isSelf;

    public PatternWord(string word)
    {
        _forms = [.. WordForms.Of(word)];
        _isOwner = Owners.Contains(word);
        _isSelf = IsSelf(word);
        IsBe = word == "be";
        IsPlaceholder = word is "someone" or "something" or "somewhere" or "one";
        MayBeMissing = Left.Contains(word);
    }

    /// <summary>Whether it stands for any words: "someone" in "let someone down".</summary>
    public bool IsPlaceholder { get; }

    /// <summary>Whether it is "be".</summary>
    public bool IsBe { get; }

    /// <summary>Whether what is said may be without it: "pick it up" as "pick up".</summary>
    public bool MayBeMissing { get; }

    /// <summary>Whether a word of the subtitles is it, in some form.</summary>
    public bool Matches(SpokenWord word) =>
        _forms.Overlaps(word.Forms) || (_isOwner && Owners.Contains(word.Text)) || (_isSelf && IsSelf(word.Text)) || (word.Text == Words.OpenS && (_forms.Contains("be") || _forms.Contains("have")));

    /// <summary>Whether two words that a hyphen parts are it together.</summary>
    public bool Matches(string joined) => WordForms.Of(joined).Any(_forms.Contains);

    private static bool IsSelf(string word) => word.Length > 4 && (word.EndsWith("self", StringComparison.Ordinal) || word.EndsWith("selves", StringComparison.Ordinal));
}
