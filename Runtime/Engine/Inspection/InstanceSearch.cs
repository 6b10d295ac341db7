using Microsoft.Data.Sqlite;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>
/// Lists instances by any of their columns, page by page. Each page begins after the keys of the last row of the one before, so that it costs the same wherever it is
/// and nothing is left out or told twice, whatever is added meanwhile.
/// </summary>
/// <param name="journal">The data file.</param>
/// <param name="budget">How long a search through texts goes on before it stops with what it has.</param>
internal sealed class InstanceSearch(SqliteJournal journal, SearchBudget budget)
{
    /// <summary>How many rows a search through texts looks at before it looks at the time.</summary>
    private const int Stretch = 1000;

    /// <exception cref="FormatException">The cursor is none, or one of another order.</exception>
    public InstancePage Find(InstanceCriteria criteria, InstanceSort sort, bool descending, int top, string? after)
    {
        InstanceCursor? cursor = after is null ? null : InstanceCursor.Read(after);
        if (cursor is not null && (cursor.Sort != sort || cursor.Descending != descending))
        {
            throw new FormatException("That is a place in a list of another order.");
        }

        return criteria.ReadsTexts
            ? journal.Read(session => Search(session, criteria, descending, top, cursor))
            : journal.Read(session => List(session, criteria, sort, descending, top, cursor));
    }

    private static InstancePage List(JournalSession session, InstanceCriteria criteria, InstanceSort sort, bool descending, int top, InstanceCursor? cursor)
    {
        IReadOnlyList<SortSegment> segments = SortPlan.Of(sort, criteria);
        Lookups lookups = Lookups.ForPage(session, criteria, sort, descending);
        List<(int Segment, FoundRow Row)> found = [];
        int step = descending ? -1 : 1;
        for (int at = cursor?.Segment ?? (descending ? segments.Count - 1 : 0); at >= 0 && at < segments.Count && found.Count <= top; at += step)
        {
            IReadOnlyList<SqlValue>? beyond = at == cursor?.Segment ? cursor.Keys : null;
            int segment = at;
            found.AddRange(Read(session, segments[at], criteria, lookups, descending, top + 1 - found.Count, beyond).Select(row => (segment, row)));
        }

        string? next = found.Count > top ? new InstanceCursor(sort, descending, found[top - 1].Segment, found[top - 1].Row.Keys).Write() : null;
        return new InstancePage(Heads(session, found.Take(top).Select(item => item.Row)), next, null);
    }

    private static IEnumerable<FoundRow> Read(
        JournalSession session, SortSegment segment, InstanceCriteria criteria, Lookups lookups, bool descending, int count, IReadOnlyList<SqlValue>? beyond)
    {
        List<FoundRow> rows = [];
        foreach (SortBranch branch in segment.Branches)
        {
            InstanceFilter where = criteria.ToFilter(lookups).Add(branch.Where);
            rows.AddRange(Read(session, where, branch.Keys, descending, count, beyond));
        }

        if (segment.Branches.Count > 1)
        {
            rows.Sort((one, other) => descending ? other.CompareTo(one) : one.CompareTo(other));
        }

        return rows.Take(count);
    }

    private static List<FoundRow> Read(JournalSession session, InstanceFilter where, IReadOnlyList<string> keys, bool descending, int count, IReadOnlyList<SqlValue>? beyond)
    {
        if (beyond is not null)
        {
            if (beyond.Count != keys.Count)
            {
                throw new FormatException("That is a place in a list of another order.");
            }

            where.Beyond(keys, beyond, descending);
        }

        string order = string.Join(", ", keys.Select(key => descending ? key + " DESC" : key));
        return session.QueryOnce(
            $"SELECT instances.rowid, {string.Join(", ", keys)} FROM {where.From} WHERE {where.Where} ORDER BY {order} LIMIT {count}", where.Arguments, row => Map(row, keys.Count));
    }

    /// <summary>Walks the instances in the order of their creation, a stretch at a time, until the page is full or the time is up.</summary>
    private InstancePage Search(JournalSession session, InstanceCriteria criteria, bool descending, int top, InstanceCursor? cursor)
    {
        string[] keys = ["created", "id"];
        IReadOnlyList<SqlValue>? beyond = cursor?.Keys;
        InstanceCriteria others = criteria with { Text = null };
        Lookups lookups = Lookups.ForPage(session, others, InstanceSort.Created, descending);
        SearchClock clock = budget.Start();
        List<FoundRow> found = [];
        while (true)
        {
            List<FoundRow> looked = Read(session, others.ToFilter(lookups), keys, descending, Stretch, beyond);
            if (looked.Count == 0)
            {
                return Page(null, null);
            }

            found.AddRange(Read(session, criteria.ToFilter(lookups).Beyond(keys, looked[^1].Keys, !descending, orEqual: true), keys, descending, top + 1 - found.Count, beyond));
            if (found.Count > top)
            {
                return Page(found[top - 1].Keys, null);
            }

            if (looked.Count < Stretch)
            {
                return Page(null, null);
            }

            beyond = looked[^1].Keys;
            if (clock.IsUp)
            {
                return Page(beyond, JournalText.Time(beyond[0].Number));
            }
        }

        InstancePage Page(IReadOnlyList<SqlValue>? last, DateTimeOffset? searchedTo) => new(
            Heads(session, found.Take(top)), last is null ? null : new InstanceCursor(InstanceSort.Created, descending, 0, last).Write(), searchedTo);
    }

    private static List<InstanceRecord> Heads(JournalSession session, IEnumerable<FoundRow> rows) =>
        [.. rows.Select(found => InstanceTable.ReadRow(session, found.Row)).OfType<InstanceRecord>()];

    private static FoundRow Map(SqliteDataReader row, int keys)
    {
        SqlValue[] values = new SqlValue[keys];
        for (int i = 0; i < keys; i++)
        {
            values[i] = row.GetFieldType(i + 1) == typeof(long) ? row.GetInt64(i + 1) : (SqlValue)row.GetString(i + 1);
        }

        return new FoundRow(row.GetInt64(0), values);
    }
}
