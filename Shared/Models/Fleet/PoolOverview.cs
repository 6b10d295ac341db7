namespace Workflows.Shared.Models.Fleet;

/// <summary>How a pool stands, for people who look at it.</summary>
public sealed record PoolOverview
{
    /// <summary>The pool with its limits as configured.</summary>
    public required FleetPool Pool { get; init; }

    /// <summary>Most calls at once for now.</summary>
    public required int Limit { get; init; }

    /// <summary>Calls that are leased.</summary>
    public required int Leased { get; init; }

    /// <summary>Slots that are held for tickets they are offered to.</summary>
    public required int Held { get; init; }

    /// <summary>Slots that processes hold for real-time calls.</summary>
    public required int Blocked { get; init; }

    /// <summary>Tickets that it may serve and that wait, by class.</summary>
    public required IReadOnlyDictionary<CallClass, int> Waiting { get; init; }

    /// <summary>Calls that are left of this minute's budget; null: there is none.</summary>
    public int? CallsLeft { get; init; }

    /// <summary>Tokens that are left of this minute's budget; null: there is none.</summary>
    public int? TokensLeft { get; init; }

    /// <summary>When the next charge is freed; null: nothing is charged.</summary>
    public DateTimeOffset? FreesAt { get; init; }

    /// <summary>True while the breaker is open.</summary>
    public required bool IsFailing { get; init; }

    /// <summary>True while a call is under way that decides whether the breaker closes.</summary>
    public required bool IsProbing { get; init; }

    /// <summary>Failures in a row.</summary>
    public required int Failures { get; init; }

    /// <summary>When the next probe may go; null: the breaker is closed.</summary>
    public DateTimeOffset? ProbeAt { get; init; }

    /// <summary>Until when the server asked to be left alone; null: it did not.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }
}
