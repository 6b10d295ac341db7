namespace Workflows.Shared.Models.Fleet;

/// <summary>The times of the admission protocol, and how many tickets it keeps.</summary>
public sealed record FleetTimes
{
    /// <summary>For one process with one clock.</summary>
    public static FleetTimes Embedded { get; } = new();

    /// <summary>How long a free slot is held for the ticket it is offered to; after that it is offered to the next as well, and who claims first has it.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>When an offer lapses that was not claimed.</summary>
    public TimeSpan Claim { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after its lease a call may be sent.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What a lease lasts beyond the latest end of its call.</summary>
    public TimeSpan LeaseGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What a charge stays beyond its 60 seconds, for the way from the sender to the server.</summary>
    public TimeSpan WindowMargin { get; init; } = TimeSpan.FromSeconds(0.25);

    /// <summary>How long the slot of a call that was abandoned while under way is still held, until the server has noticed too.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A ticket that has waited longer goes first within its class.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Most tickets that are kept; later ones are told to come again.</summary>
    public int MaxTickets { get; init; } = 512;

    /// <summary>After so many offers that nobody claimed a ticket is dropped.</summary>
    public int MaxUnclaimed { get; init; } = 2;

    /// <summary>After so many failures in a row a pool's breaker opens.</summary>
    public int BreakAfter { get; init; } = 5;

    /// <summary>When the first probe of an open breaker may go, give or take a quarter; every further one waits twice as long.</summary>
    public TimeSpan FirstProbe { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two probes.</summary>
    public TimeSpan LongestProbe { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest that a pool is left alone because its server asked for it.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a block of real-time calls lasts.</summary>
    public TimeSpan BlockLife { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long before the end of its block a process stops to send.</summary>
    public TimeSpan BlockMargin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>With how many calls at once a pool begins after a restart or an opened breaker.</summary>
    public int SlowStart { get; init; } = 4;
}
