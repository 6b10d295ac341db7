namespace Workflows.Shared.Subtitles.Reading;

/// <summary>Counts what is put right.</summary>
internal sealed class RepairCounts
{
    private readonly SortedDictionary<SubtitleRepair, int> _counts = [];

    /// <summary>All of it, in the order of the kinds.</summary>
    public IReadOnlyList<SubtitleNote> Notes => [.. _counts.Select(entry => new SubtitleNote(entry.Key, entry.Value))];

    public void Add(SubtitleRepair kind, int count = 1)
    {
        if (count > 0)
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + count;
        }
    }
}
