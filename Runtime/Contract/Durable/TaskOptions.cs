namespace Workflows.Durable;

/// <summary>How an activity or sub-orchestration is called.</summary>
public record TaskOptions
{
    /// <summary>Creates options with a retry rule.</summary>
    /// <param name="retry">The retry rule, or null for none.</param>
    public TaskOptions(TaskRetryOptions? retry)
        : this(retry, null)
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="retry">The retry rule, or null for none.</param>
    /// <param name="tags">Labels for the task, or null for none.</param>
    public TaskOptions(TaskRetryOptions? retry = null, IDictionary<string, string>? tags = null)
    {
        Retry = retry;
        Tags = tags;
    }

    /// <summary>Copies options.</summary>
    /// <param name="options">The options to copy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public TaskOptions(TaskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Retry = options.Retry;
        Tags = options.Tags;
        Version = options.Version;
    }

    /// <summary>The retry rule; null: the task is tried once.</summary>
    public TaskRetryOptions? Retry { get; init; }

    /// <summary>Labels for the task; null: none.</summary>
    public IDictionary<string, string>? Tags { get; init; }

    /// <summary>The version to call; null: the version that the caller runs as, or the host's default.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>Options that retry by a policy.</summary>
    /// <param name="policy">The policy.</param>
    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(TaskRetryOptions.FromRetryPolicy(policy));

    /// <summary>Options that ask a handler after every failure.</summary>
    /// <param name="handler">The handler; true means: try again.</param>
    public static TaskOptions FromRetryHandler(AsyncRetryHandler handler) => new(TaskRetryOptions.FromRetryHandler(handler));

    /// <summary>Options that ask a handler after every failure.</summary>
    /// <param name="handler">The handler; true means: try again.</param>
    public static TaskOptions FromRetryHandler(RetryHandler handler) => new(TaskRetryOptions.FromRetryHandler(handler));

    /// <summary>The same options for a sub-orchestration with a chosen instance id.</summary>
    /// <param name="instanceId">The id that the sub-orchestration gets.</param>
    public SubOrchestrationOptions WithInstanceId(string instanceId) => new(this, instanceId);
}
