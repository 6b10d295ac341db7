namespace Workflows.Durable.Client.Entities;

/// <summary>What to clean in the storage of entities.</summary>
public readonly record struct CleanEntityStorageRequest
{
    /// <summary>Everything: empty entities and orphaned locks.</summary>
    public static CleanEntityStorageRequest Default => new() { RemoveEmptyEntities = true, ReleaseOrphanedLocks = true };

    /// <summary>True: entities without a state, a lock or waiting operations are removed.</summary>
    public bool RemoveEmptyEntities { get; init; }

    /// <summary>True: locks of orchestrations that no longer run are released.</summary>
    public bool ReleaseOrphanedLocks { get; init; }

    /// <summary>Where an earlier cleaning ended; null: from the start.</summary>
    public string? ContinuationToken { get; init; }
}
