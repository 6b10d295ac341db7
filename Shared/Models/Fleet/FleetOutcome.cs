namespace Workflows.Shared.Models.Fleet;

/// <summary>How a lease was used.</summary>
public sealed record FleetOutcome
{
    /// <summary>What is known of the request.</summary>
    public required FleetOutcomeKind Kind { get; init; }

    /// <summary>When it was sent; needed for <see cref="FleetOutcomeKind.Ended"/>.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Tokens that it really cost; null: as estimated.</summary>
    public int? Tokens { get; init; }

    /// <summary>How long it took.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>What became of it.</summary>
    public ModelSendStatus? Status { get; init; }

    /// <summary>The status of the server's answer; null: none came, or it is not known.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>How long the server asked to wait.</summary>
    public double? RetryAfterSeconds { get; init; }

    /// <summary>How many requests wait in the server's own queue, where that could be read lately; it then steers the pool's limit.</summary>
    public int? ServerWaiting { get; init; }
}
