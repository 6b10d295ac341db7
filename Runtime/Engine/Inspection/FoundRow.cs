using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>A row that a list found, and where it stands.</summary>
internal sealed record FoundRow(long Row, IReadOnlyList<SqlValue> Keys) : IComparable<FoundRow>
{
    /// <summary>Compares as SQLite does: numbers before texts, texts by their bytes.</summary>
    public int CompareTo(FoundRow? other)
    {
        for (int i = 0; i < Keys.Count; i++)
        {
            (SqlValue mine, SqlValue its) = (Keys[i], other!.Keys[i]);
            int order = mine.IsNumber && its.IsNumber ? mine.Number.CompareTo(its.Number) : CompareTexts((string)mine.Reference!, (string)its.Reference!);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    // The order of UTF-16 is that of UTF-8 but for surrogates, which come last in UTF-8.
    private static int CompareTexts(string mine, string its)
    {
        int same = mine.AsSpan().CommonPrefixLength(its);
        if (same == mine.Length || same == its.Length)
        {
            return mine.Length.CompareTo(its.Length);
        }

        return (char.IsSurrogate(mine[same]), mine[same]).CompareTo((char.IsSurrogate(its[same]), its[same]));
    }
}
