namespace Workflows.Shared.Models.Fleet;

/// <summary>One deployed model and its limits, which hold at every moment.</summary>
public sealed record FleetPool
{
    /// <summary>The pool's name.</summary>
    public required string Name { get; init; }

    /// <summary>Most calls at once; at least 1.</summary>
    public required int MaxConcurrent { get; init; }

    /// <summary>Most calls within any 60 seconds, counted by the time they are sent; null: no limit.</summary>
    public int? CallsPerMinute { get; init; }

    /// <summary>Most tokens, prompt and output, within any 60 seconds; null: no limit. A call that needs more than all of it goes alone.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>How long one call may last, in seconds.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>The resource that its model runs on, see <see cref="Models.ResourceClass"/>; null: none that is counted.</summary>
    public string? ResourceClass { get; init; }

    /// <summary>What each class is sure of.</summary>
    public FleetShares Shares { get; init; } = FleetShares.Default;
}
