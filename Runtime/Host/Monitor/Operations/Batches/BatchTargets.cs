using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Monitor.Instances;

namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>The instances that a batch is about: counted, and page by page.</summary>
internal sealed class BatchTargets(DurableEngine engine, InstanceSearch search, InstanceTally tally)
{
    private const int Page = 200;
    private const int Sample = 10;

    public BatchPreview Preview(BatchOrder order)
    {
        if (order.Ids is { } ids)
        {
            List<InstanceRecord> heads = Heads(ids);
            Dictionary<string, long> byStatus = heads.GroupBy(head => head.Status.ToString()).ToDictionary(group => group.Key, group => group.LongCount());
            List<InstanceRecord> applicable = heads.FindAll(head => Applies(order, head));
            return new BatchPreview(order.Operation, heads.Count, applicable.Count, byStatus, true, [.. applicable.Take(Sample).Select(head => head.Id)]);
        }

        StatusCounts counts = tally.Count(order.Criteria!);
        long touched = counts.ByStatus.Where(count => InstanceOperations.Allows(count.Key, order.Operation)).Sum(count => count.Value);
        List<string> some = [.. search.Find(Applicable(order), InstanceSort.Created, descending: true, Sample, null).Items.Select(head => head.Id)];
        return new BatchPreview(order.Operation, counts.Total, touched, ListRoutes.ByName(counts.ByStatus), counts.IsComplete, some);
    }

    /// <summary>All instances, a page at a time; of a filter only those to which it applies when they are looked at.</summary>
    /// <param name="order">The order.</param>
    /// <param name="began">What is created later is not touched.</param>
    public IEnumerable<IReadOnlyList<InstanceRecord>> Pages(BatchOrder order, DateTimeOffset began)
    {
        if (order.Ids is { } ids)
        {
            foreach (string[] some in ids.Chunk(Page))
            {
                yield return Heads(some);
            }

            yield break;
        }

        InstanceCriteria criteria = Applicable(order);
        criteria = criteria with { CreatedTo = criteria.CreatedTo is { } to && to < began ? to : began };
        string? after = null;
        do
        {
            InstancePage page = search.Find(criteria, InstanceSort.Created, descending: false, Page, after);
            yield return page.Items;
            after = page.Next;
        }
        while (after is not null);
    }

    public static bool Applies(BatchOrder order, InstanceRecord head) => InstanceOperations.Allows(head.Status, order.Operation);

    private static InstanceCriteria Applicable(BatchOrder order)
    {
        IEnumerable<OrchestrationRuntimeStatus> statuses = order.Criteria!.Statuses ?? Enum.GetValues<OrchestrationRuntimeStatus>();
        return order.Criteria with { Statuses = [.. statuses.Distinct().Where(status => InstanceOperations.Allows(status, order.Operation))] };
    }

    private List<InstanceRecord> Heads(IEnumerable<string> ids) => engine.Journal.Read(session =>
        ids.Distinct(StringComparer.Ordinal).Select(id => InstanceTable.Read(session, id, full: false)).OfType<InstanceRecord>().ToList());
}
