using System.Globalization;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>
/// How instances are read in an order without sorting the table: in segments that follow one another, each merged from branches that an index gives in that order.
/// No index holds the time of the last change, which every turn moves: of those that have ended it is their end, and few others are open.
/// </summary>
internal static class SortPlan
{
    private static readonly OrchestrationRuntimeStatus[] Statuses =
        [.. Enum.GetValues<OrchestrationRuntimeStatus>().Distinct().OrderBy(status => status.ToString(), StringComparer.Ordinal)];

    private static readonly string[] ByCreation = ["created", "id"];

    /// <summary>The segments of an order, ascending.</summary>
    public static IReadOnlyList<SortSegment> Of(InstanceSort sort, InstanceCriteria criteria)
    {
        IReadOnlyList<OrchestrationRuntimeStatus> wanted = criteria.Statuses is { Count: > 0 } some ? some : Statuses;
        string open = InstanceFilter.Open;
        SortBranch ended = new(EndedWithin(criteria), ["completed", "id"]);
        IReadOnlyList<SortSegment> segments = sort switch
        {
            InstanceSort.Created when criteria.Statuses is { Count: > 0 } => [new([.. wanted.Distinct().Select(status => OfStatus(status))])],
            InstanceSort.Created => [One("1", ByCreation)],
            InstanceSort.Updated => [new([ended, new SortBranch(open, ["updated", "id"])])],
            InstanceSort.Completed => [new([ended]), One(open, ByCreation)],
            InstanceSort.Duration => [One("completed IS NOT NULL", ["completed - created", "id"]), One(open, ["-created", "id"])],
            InstanceSort.Name => [One("1", ["name", "created", "id"])],
            InstanceSort.Status => [.. Statuses.Where(wanted.Contains).Select(status => new SortSegment([OfStatus(status)]))],
            InstanceSort.Id => [One("1", ["id"])],
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
        };
        return segments;
    }

    private static SortBranch OfStatus(OrchestrationRuntimeStatus status) => new($"status = {(int)status}", ByCreation);

    private static SortSegment One(string where, IReadOnlyList<string> keys) => new([new SortBranch(where, keys)]);

    /// <summary>Those that have ended, by what their index narrows: the last change that is asked for is their end.</summary>
    private static string EndedWithin(InstanceCriteria criteria)
    {
        string where = "completed IS NOT NULL";
        where += criteria.UpdatedFrom is { } from ? $" AND completed >= {Number(from)}" : string.Empty;
        return where + (criteria.UpdatedTo is { } to ? $" AND completed <= {Number(to)}" : string.Empty);
    }

    private static string Number(DateTimeOffset time) => time.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
