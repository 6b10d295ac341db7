using Microsoft.Data.Sqlite;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>Counts instances. Where texts must be read it goes through them a stretch at a time, and stops when its time is up.</summary>
/// <param name="journal">The data file.</param>
/// <param name="budget">How long counting through texts goes on.</param>
internal sealed class InstanceTally(SqliteJournal journal, SearchBudget budget)
{
    private const int Stretch = 2000;

    /// <summary>How many instances meet the criteria, by status.</summary>
    public StatusCounts Count(InstanceCriteria criteria) => journal.Read(session =>
    {
        Dictionary<OrchestrationRuntimeStatus, long> counts = [];
        bool complete = Each(session, criteria, (filter, lookups) =>
        {
            foreach ((int status, long count) in session.QueryOnce(
                $"SELECT status, COUNT(*) FROM {filter.From} WHERE {filter.Where} GROUP BY {ByStatus(criteria, lookups)}", filter.Arguments, row => (row.GetInt32(0), row.GetInt64(1))))
            {
                counts[(OrchestrationRuntimeStatus)status] = counts.GetValueOrDefault((OrchestrationRuntimeStatus)status) + count;
            }
        });
        return new StatusCounts(counts, complete);
    });

    /// <summary>The instances over the time of their creation, in so many buckets between the criteria's times, or those of the first and the last one.</summary>
    public Histogram Spread(InstanceCriteria criteria, int buckets) => journal.Read(session =>
    {
        if (Range(session, criteria) is not { } range)
        {
            return new Histogram(criteria.CreatedFrom, criteria.CreatedTo, TimeSpan.Zero, [], true);
        }

        (long from, long to) = range;
        long width = Math.Max(1, ((to - from) / buckets) + 1);
        SortedDictionary<long, Dictionary<OrchestrationRuntimeStatus, long>> found = [];
        bool complete = true;
        if (criteria.IsOfIndex)
        {
            Note(session.QueryOnce(ByRanges(criteria, from, to, width), [], Bucket));
        }
        else
        {
            complete = Each(session, criteria, (filter, _) => Note(session.QueryOnce(
                $"SELECT (created - {from}) / {width} AS bucket, status, COUNT(*) FROM {filter.From} WHERE {filter.Where} GROUP BY +status, bucket", filter.Arguments, Bucket)));
        }

        return new Histogram(
            JournalText.Time(from), JournalText.Time(to), TimeSpan.FromTicks(width),
            [.. found.Select(bucket => new HistogramBucket(JournalText.Time(from + (bucket.Key * width)), bucket.Value))], complete);

        void Note(IEnumerable<(long Bucket, int Status, long Count)> rows)
        {
            foreach ((long bucket, int status, long count) in rows)
            {
                Dictionary<OrchestrationRuntimeStatus, long> counts = found.TryGetValue(bucket, out Dictionary<OrchestrationRuntimeStatus, long>? known) ? known : found[bucket] = [];
                counts[(OrchestrationRuntimeStatus)status] = counts.GetValueOrDefault((OrchestrationRuntimeStatus)status) + count;
            }
        }
    });

    /// <summary>The names of all instances, each once.</summary>
    public IReadOnlyList<string> Names() => journal.Read(session =>
    {
        // From one name to the next one by the index: as many steps as there are names.
        List<string> names = [];
        for (string? name = Next(string.Empty); name is not null; name = Next(name))
        {
            names.Add(name);
        }

        return names;

        string? Next(string after) => session.Scalar("SELECT min(name) FROM instances WHERE name > $1", after) as string;
    });

    private static (long From, long To)? Range(JournalSession session, InstanceCriteria criteria)
    {
        if (criteria is { CreatedFrom: { } from, CreatedTo: { } to })
        {
            return from <= to ? (from.UtcTicks, to.UtcTicks) : null;
        }

        // The ends of the index, whatever else is asked: the extremes of what is found may take a walk through all of it.
        InstanceFilter within = new InstanceFilter().CreatedFrom(criteria.CreatedFrom).CreatedTo(criteria.CreatedTo);
        return Extreme("ASC") is { } first && Extreme("DESC") is { } last
            ? (criteria.CreatedFrom?.UtcTicks ?? first, criteria.CreatedTo?.UtcTicks ?? last)
            : null;

        long? Extreme(string order) => session.QueryOnce(
            $"SELECT created FROM instances WHERE {within.Where} ORDER BY created {order} LIMIT 1", within.Arguments, row => (long?)row.GetInt64(0)).FirstOrDefault();
    }

    /// <returns>False when the time was up before all were looked at.</returns>
    private bool Each(JournalSession session, InstanceCriteria criteria, Action<InstanceFilter, Lookups> look)
    {
        Lookups lookups = Lookups.ForCount(session, criteria);
        if (!criteria.ReadsTexts)
        {
            look(criteria.ToFilter(lookups), lookups);
            return true;
        }

        string[] keys = ["created", "id"];
        SearchClock clock = budget.Start();
        IReadOnlyList<SqlValue>? beyond = null;
        while (true)
        {
            InstanceFilter others = (criteria with { Text = null }).ToFilter(lookups);
            InstanceFilter texts = criteria.ToFilter(lookups);
            if (beyond is not null)
            {
                others.Beyond(keys, beyond, descending: true);
                texts.Beyond(keys, beyond, descending: true);
            }

            SqlValue[]? last = session.QueryOnce(
                $"SELECT created, id FROM {others.From} WHERE {others.Where} ORDER BY created DESC, id DESC LIMIT 1 OFFSET {Stretch - 1}", others.Arguments, Keys).FirstOrDefault();
            if (last is not null)
            {
                texts.Beyond(keys, last, descending: false, orEqual: true);
            }

            look(texts, lookups);
            if (last is null)
            {
                return true;
            }

            if (clock.IsUp)
            {
                return false;
            }

            beyond = last;
        }
    }

    /// <summary>Counts each bucket of each status as a range of the index, which spares the sorting that grouping takes.</summary>
    private static string ByRanges(InstanceCriteria criteria, long from, long to, long width)
    {
        IEnumerable<OrchestrationRuntimeStatus> statuses = criteria.Statuses is { Count: > 0 } some ? some : Enum.GetValues<OrchestrationRuntimeStatus>();
        string values = string.Join(", ", statuses.Distinct().Select(status => $"({(int)status})"));
        return $"""
            WITH RECURSIVE buckets(bucket) AS (SELECT 0 UNION ALL SELECT bucket + 1 FROM buckets WHERE bucket < {(to - from) / width}), statuses(status) AS (VALUES {values}),
            counted AS MATERIALIZED (
                SELECT b.bucket, s.status, (
                    SELECT COUNT(*) FROM instances i
                    WHERE i.status = s.status AND i.created >= {from} + (b.bucket * {width}) AND i.created < {from} + ((b.bucket + 1) * {width}) AND i.created <= {to}) AS found
                FROM buckets b, statuses s)
            SELECT * FROM counted WHERE found > 0
            """;
    }

    /// <summary>The index of heads gives instances by their status, which saves grouping; but it has them looked up one by one for what it does not hold: then it is kept out.</summary>
    private static string ByStatus(InstanceCriteria criteria, Lookups lookups) => criteria.IsOfHeads && lookups.AreNone ? "status" : "+status";

    private static (long Bucket, int Status, long Count) Bucket(SqliteDataReader row) => (row.GetInt64(0), row.GetInt32(1), row.GetInt64(2));

    private static SqlValue[] Keys(SqliteDataReader row) => [row.GetInt64(0), row.GetString(1)];
}
