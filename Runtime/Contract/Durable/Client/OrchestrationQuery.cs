namespace Workflows.Durable.Client;

/// <summary>Which orchestration instances to list.</summary>
/// <param name="CreatedFrom">Created at this time or later; null: any.</param>
/// <param name="CreatedTo">Created at this time or earlier; null: any.</param>
/// <param name="Statuses">In one of these statuses; null: any.</param>
/// <param name="TaskHubNames">In one of these task hubs; null: the client's own.</param>
/// <param name="InstanceIdPrefix">With an id that begins so; null: any.</param>
/// <param name="PageSize">How many instances a page may hold.</param>
/// <param name="FetchInputsAndOutputs">True: with inputs, results and custom statuses.</param>
/// <param name="ContinuationToken">Where an earlier listing ended; null: from the start.</param>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    /// <summary>The page size when none is chosen: 100 instances.</summary>
    public const int DefaultPageSize = 100;
}
