namespace Workflows.Durable.Client.Entities;

/// <summary>What a cleaning of the storage of entities did.</summary>
public readonly record struct CleanEntityStorageResult
{
    /// <summary>Where to go on; null: the cleaning is done.</summary>
    public string? ContinuationToken { get; init; }

    /// <summary>How many empty entities were removed.</summary>
    public int EmptyEntitiesRemoved { get; init; }

    /// <summary>How many orphaned locks were released.</summary>
    public int OrphanedLocksReleased { get; init; }
}
