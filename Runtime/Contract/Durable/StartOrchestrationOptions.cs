using System.Collections.Immutable;

namespace Workflows.Durable;

/// <summary>How a new orchestration instance is started.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="InstanceId">The id of the new instance; null: a fresh one.</param>
    /// <param name="StartAt">When the instance may begin; null: at once.</param>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>Copies options.</summary>
    /// <param name="options">The options to copy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The id of the new instance; null: a fresh one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When the instance may begin; null: at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Labels kept with the instance; empty by default.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The version to start; null: the client's default version.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>
    /// Names of the runtime statuses in which an existing instance of the same id is kept and the start refused;
    /// null: the host's default. See <c>WithDedupeStatuses</c> of the client package.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
