namespace Workflows.Durable.Client;

/// <summary>Chooses when a start is refused because an instance of the same id exists.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>The statuses that may be chosen.</summary>
    public static readonly IReadOnlyList<OrchestrationRuntimeStatus> ValidDedupeStatuses =
    [
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
        OrchestrationRuntimeStatus.Canceled,
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>The same options, with the statuses in which an existing instance is kept and the start refused.</summary>
    /// <param name="options">The options.</param>
    /// <param name="dedupeStatuses">The statuses; none: an existing instance is always replaced.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options,
        params OrchestrationRuntimeStatus[] dedupeStatuses)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(dedupeStatuses);
        return options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
    }
}
