namespace Workflows.Shared.Models.Fleet;

/// <summary>A share of a pool within which a process admits real-time calls by itself, without asking for each.</summary>
public sealed record FleetBlock
{
    /// <summary>The process.</summary>
    public required string Owner { get; init; }

    /// <summary>The pool.</summary>
    public required string Pool { get; init; }

    /// <summary>The block's number.</summary>
    public required int Number { get; init; }

    /// <summary>Most calls at once, those of earlier blocks included.</summary>
    public int Slots { get; init; }

    /// <summary>Most calls to be sent by it.</summary>
    public int Calls { get; init; }

    /// <summary>Most tokens to be spent by it; null: the pool has no such budget.</summary>
    public int? Tokens { get; init; }

    /// <summary>Nothing is sent by it from this time on.</summary>
    public DateTimeOffset StopAt { get; init; }

    /// <summary>When the next one is to be asked for.</summary>
    public DateTimeOffset RenewAt { get; init; }

    /// <summary>How long one call may last, in seconds.</summary>
    public int TimeoutSeconds { get; init; }

    /// <summary>Why there is nothing in it; null when there is something.</summary>
    public string? Refused { get; init; }

    /// <summary>What the caller has to send on.</summary>
    public IReadOnlyList<FleetInvitation> Invitations { get; init; } = [];
}
