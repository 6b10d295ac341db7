using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>
/// Which parts of a filter are looked up by an index of their own, whose finds must then be sorted. It pays where they find few; where they find many, walking the index of the order
/// and testing what it gives fills a page sooner. SQLite cannot tell the two apart, so it is counted, up to that many.
/// </summary>
/// <param name="Names">Names are looked up.</param>
/// <param name="Ids">The beginning of ids is looked up.</param>
/// <param name="Changes">Times of the last change are looked up, among ends and open instances.</param>
internal readonly record struct Lookups(bool Names, bool Ids, bool Changes)
{
    private const int Few = 2000;

    /// <summary>True when nothing is looked up.</summary>
    public bool AreNone => this == default;

    /// <summary>As many changed instances are sorted for a page in an order that may have to be walked to its end before it meets them.</summary>
    private const int ManyChanges = 50_000;

    /// <summary>As many in the one order that begins where they are: the latest created first.</summary>
    private const int FewChanges = 3000;

    /// <summary>As many changed instances are read to be counted before all are gone through.</summary>
    private const int CountedChanges = 200_000;

    /// <summary>For a page of a list.</summary>
    public static Lookups ForPage(JournalSession session, InstanceCriteria criteria, InstanceSort sort, bool descending) => new(
        criteria.Names is null || sort is InstanceSort.Created or InstanceSort.Name || Finds(session, new InstanceFilter().Names(criteria.Names), Few),
        string.IsNullOrEmpty(criteria.IdPrefix) || sort == InstanceSort.Id || Finds(session, new InstanceFilter().IdPrefix(criteria.IdPrefix), Few),
        sort is not (InstanceSort.Updated or InstanceSort.Completed) && FindsChanges(session, criteria, sort == InstanceSort.Created && descending ? FewChanges : ManyChanges));

    /// <summary>For counting. Where nothing is looked up it goes through the index of heads, which holds all that most filters ask for.</summary>
    public static Lookups ForCount(JournalSession session, InstanceCriteria criteria) => new(
        criteria.Names is not null && Finds(session, new InstanceFilter().Names(criteria.Names), Few),
        !string.IsNullOrEmpty(criteria.IdPrefix) && Finds(session, new InstanceFilter().IdPrefix(criteria.IdPrefix), Few),
        FindsChanges(session, criteria, CountedChanges));

    private static bool FindsChanges(JournalSession session, InstanceCriteria criteria, int most) =>
        (criteria.UpdatedFrom ?? criteria.UpdatedTo) is not null
        && Finds(session, new InstanceFilter().MayHaveChanged(criteria.UpdatedFrom, criteria.UpdatedTo), most);

    private static bool Finds(JournalSession session, InstanceFilter filter, int most) =>
        session.QueryOnce($"SELECT COUNT(*) FROM (SELECT 1 FROM {filter.From} WHERE {filter.Where} LIMIT {most + 1})", filter.Arguments, row => row.GetInt64(0))[0] <= most;
}
