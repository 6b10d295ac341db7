using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>
/// Which parts of a filter are looked up by an index of their own, whose finds must then be sorted. It pays where they find few; where they find many, walking the index of the order
/// and testing what it gives fills a page sooner. SQLite cannot tell the two apart, so it is counted, up to that many.
/// </summary>
/// <param name="Names">Names are looked up.</param>
/// <param name="Ids">The beginning of ids is looked up.</param>
internal readonly record struct Lookups(bool Names, bool Ids)
{
    private const int Few = 2000;

    public static Lookups All => new(true, true);

    public static Lookups For(JournalSession session, InstanceCriteria criteria, InstanceSort sort) => new(
        criteria.Names is null || sort is InstanceSort.Created or InstanceSort.Name || FindsFew(session, new InstanceFilter().Names(criteria.Names)),
        string.IsNullOrEmpty(criteria.IdPrefix) || sort == InstanceSort.Id || FindsFew(session, new InstanceFilter().IdPrefix(criteria.IdPrefix)));

    private static bool FindsFew(JournalSession session, InstanceFilter filter) =>
        session.QueryOnce($"SELECT COUNT(*) FROM (SELECT 1 FROM instances WHERE {filter.Where} LIMIT {Few + 1})", filter.Arguments, row => row.GetInt64(0))[0] <= Few;
}
