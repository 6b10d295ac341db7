namespace Workflows.Durable;

/// <summary>How a sub-orchestration is called.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="retry">The retry rule, or null for none.</param>
    /// <param name="instanceId">The id of the new instance, or null for one that the engine derives.</param>
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry)
        => InstanceId = instanceId;

    /// <summary>Takes over options and adds an instance id.</summary>
    /// <param name="options">The options to take over; those of a sub-orchestration keep their id when none is given.</param>
    /// <param name="instanceId">The id of the new instance, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options)
        => InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;

    /// <summary>Copies options.</summary>
    /// <param name="options">The options to copy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public SubOrchestrationOptions(SubOrchestrationOptions options)
        : base(options)
        => InstanceId = options.InstanceId;

    /// <summary>The id of the new instance; null: the engine derives one that is the same on every replay.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The version to start; null: the host's default version. The same value as the base type's.</summary>
    public new TaskVersion? Version
    {
        get => base.Version;
        init => base.Version = value;
    }
}
