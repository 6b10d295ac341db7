namespace Workflows.Durable.Client;

/// <summary>Which instances to purge. Only ended ones are ever purged.</summary>
/// <param name="CreatedFrom">Created at this time or later; null: any.</param>
/// <param name="CreatedTo">Created at this time or earlier; null: any.</param>
/// <param name="Statuses">In one of these statuses; null: any that is final.</param>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>How long one purge may go on before it answers what it has done so far; null: until it is done.</summary>
    public TimeSpan? Timeout { get; init; }
}
