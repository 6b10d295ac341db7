namespace Workflows.Shared.Models.Fleet;

/// <summary>The answer to a ticket: a lease, or the advice to come again at a time, or neither: the ticket is queued and will be invited.</summary>
public sealed record FleetAnswer
{
    /// <summary>The right to send.</summary>
    public FleetLease? Lease { get; init; }

    /// <summary>When the lease's pool last gave an answer, to any call; null: not yet, or there is no lease.</summary>
    public DateTimeOffset? ServedAt { get; init; }

    /// <summary>When to ask again, since too many wait already. Nothing is kept of the ticket.</summary>
    public DateTimeOffset? ComeAgainAt { get; init; }

    /// <summary>Why the ticket can never be served; null when it can.</summary>
    public string? Refused { get; init; }

    /// <summary>Why there is no lease yet, in words for people; null when there is one.</summary>
    public string? Waits { get; init; }

    /// <summary>When the ticket first asked: the caller hands it in again, so that its place is kept.</summary>
    public DateTimeOffset Arrival { get; init; }

    /// <summary>Every pool that may serve the call, the default first.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>The key of the fleet to ask in place of this one: the task's pools lie there. Null: this one is right.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>What the caller has to send on.</summary>
    public IReadOnlyList<FleetInvitation> Invitations { get; init; } = [];
}
