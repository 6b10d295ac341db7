namespace Workflows.Durable.Client;

/// <summary>Shorter ways to purge.</summary>
public static class DurableTaskClientExtensions
{
    /// <summary>Purges ended instances by the time of their creation.</summary>
    /// <param name="client">The client.</param>
    /// <param name="createdFrom">Created at this time or later; null: any.</param>
    /// <param name="createdTo">Created at this time or earlier; null: any.</param>
    /// <param name="cancellation">Ends the wait; what is purged stays purged.</param>
    public static Task<PurgeResult> PurgeInstancesAsync(
        this DurableTaskClient client,
        DateTimeOffset? createdFrom,
        DateTimeOffset? createdTo,
        CancellationToken cancellation = default)
        => Purge(client, new PurgeInstancesFilter(createdFrom, createdTo), null, cancellation);

    /// <summary>Purges ended instances by the time of their creation.</summary>
    /// <param name="client">The client.</param>
    /// <param name="createdFrom">Created at this time or later; null: any.</param>
    /// <param name="createdTo">Created at this time or earlier; null: any.</param>
    /// <param name="options">Whether sub-orchestrations go too; null: the named instances only.</param>
    /// <param name="cancellation">Ends the wait; what is purged stays purged.</param>
    public static Task<PurgeResult> PurgeInstancesAsync(
        this DurableTaskClient client,
        DateTimeOffset? createdFrom,
        DateTimeOffset? createdTo,
        PurgeInstanceOptions? options,
        CancellationToken cancellation = default)
        => Purge(client, new PurgeInstancesFilter(createdFrom, createdTo), options, cancellation);

    /// <summary>Purges ended instances by the time of their creation and by status.</summary>
    /// <param name="client">The client.</param>
    /// <param name="createdFrom">Created at this time or later; null: any.</param>
    /// <param name="createdTo">Created at this time or earlier; null: any.</param>
    /// <param name="statuses">In one of these statuses; null: any that is final.</param>
    /// <param name="cancellation">Ends the wait; what is purged stays purged.</param>
    public static Task<PurgeResult> PurgeInstancesAsync(
        this DurableTaskClient client,
        DateTimeOffset? createdFrom,
        DateTimeOffset? createdTo,
        IEnumerable<OrchestrationRuntimeStatus>? statuses,
        CancellationToken cancellation = default)
        => Purge(client, new PurgeInstancesFilter(createdFrom, createdTo, statuses), null, cancellation);

    /// <summary>Purges ended instances by the time of their creation and by status.</summary>
    /// <param name="client">The client.</param>
    /// <param name="createdFrom">Created at this time or later; null: any.</param>
    /// <param name="createdTo">Created at this time or earlier; null: any.</param>
    /// <param name="statuses">In one of these statuses; null: any that is final.</param>
    /// <param name="options">Whether sub-orchestrations go too; null: the named instances only.</param>
    /// <param name="cancellation">Ends the wait; what is purged stays purged.</param>
    public static Task<PurgeResult> PurgeInstancesAsync(
        this DurableTaskClient client,
        DateTimeOffset? createdFrom,
        DateTimeOffset? createdTo,
        IEnumerable<OrchestrationRuntimeStatus>? statuses,
        PurgeInstanceOptions? options,
        CancellationToken cancellation = default)
        => Purge(client, new PurgeInstancesFilter(createdFrom, createdTo, statuses), options, cancellation);

    private static Task<PurgeResult> Purge(
        DurableTaskClient client,
        PurgeInstancesFilter filter,
        PurgeInstanceOptions? options,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.PurgeAllInstancesAsync(filter, options, cancellation);
    }
}
