using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Client;

/// <summary>Removes instances that have ended.</summary>
internal sealed class InstancePurger(EngineCore engine)
{
    private const int Batch = 200;

    public async Task<PurgeResult> RunAsync(string instanceId, bool recursive, CancellationToken cancellation)
    {
        int purged = 0;
        await engine.Journal.CommitAsync(session => purged = InstancePurge.Run(session, instanceId, recursive)).WaitAsync(cancellation);
        return new PurgeResult(purged, true);
    }

    /// <summary>Removes all that a filter names, some at a time, until its timeout has passed.</summary>
    public async Task<PurgeResult> RunAsync(PurgeInstancesFilter filter, bool recursive, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Timeout is { } given && given <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(filter), given, "The timeout of a purge must be longer than zero.");
        }

        InstanceFilter where = new InstanceFilter().CreatedFrom(filter.CreatedFrom).CreatedTo(filter.CreatedTo).Statuses(filter.Statuses).Ended();
        DateTimeOffset? end = engine.Now() + filter.Timeout;
        int purged = 0;
        for (int found = Batch; found == Batch;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (engine.Now() >= end)
            {
                return new PurgeResult(purged, false);
            }

            int removed = 0;
            await engine.Journal.CommitAsync(session =>
            {
                List<InstanceRecord> heads = InstanceTable.List(session, where.Where, where.Arguments, Batch, full: false);
                found = heads.Count;
                removed = heads.Sum(head => InstancePurge.Run(session, head.Id, recursive));
            }).WaitAsync(cancellation);
            purged += removed;
        }

        return new PurgeResult(purged, true);
    }
}
