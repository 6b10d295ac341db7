namespace Workflows.Shared.Consultation.Analysis;

/// <summary>A conversation, made ready to be asked whether it says something. It knows words, not meanings: what it finds may still be told wrongly.</summary>
public sealed class ConversationEvidence
{
    private const int LongestStem = 5;

    private readonly string _compact;
    private readonly HashSet<string> _numbers;

    /// <summary>Reads the conversation.</summary>
    /// <param name="conversation">The whole conversation.</param>
    public ConversationEvidence(string conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        _compact = CompactText.Of(conversation);
        _numbers = [.. WrittenNumbers.Of(conversation), .. SpokenNumbers.Of(conversation)];

        // Both ways of telling the hour, for two o'clock in the afternoon may have become 14:00.
        foreach (int hour in Enumerable.Range(1, 11).Where(hour => _numbers.Contains(WrittenNumbers.Text(hour))).ToList())
        {
            _numbers.Add(WrittenNumbers.Text(hour + 12));
        }
    }

    /// <summary>The numbers in a text's digits that the conversation says neither in digits nor in words.</summary>
    public IReadOnlyList<string> UnsaidNumbers(string text) => [.. WrittenNumbers.Of(text).Distinct(StringComparer.Ordinal).Where(number => !_numbers.Contains(number))];

    /// <summary>The names in a text that do not stand in the conversation.</summary>
    public IReadOnlyList<string> UnsaidNames(string text) =>
        [.. NamedThings.Of(text).Distinct(StringComparer.OrdinalIgnoreCase).Where(name => !_compact.Contains(CompactText.Of(name), StringComparison.Ordinal))];

    /// <summary>Whether a term stands in the conversation: as it is, whatever its blanks, or else each of its words by its stem.</summary>
    public bool Says(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        string compact = CompactText.Of(term);
        return compact.Length > 0
            && (_compact.Contains(compact, StringComparison.Ordinal)
                || term.Split([' ', '_', '/', ','], StringSplitOptions.RemoveEmptyEntries).Select(WordStem.Of).All(stem => stem.Length > 0 && _compact.Contains(stem[..Math.Min(stem.Length, LongestStem)], StringComparison.Ordinal)));
    }
}
