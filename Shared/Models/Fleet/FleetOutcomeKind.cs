namespace Workflows.Shared.Models.Fleet;

/// <summary>What is known of a lease's request. The numbers are stored: they do not change.</summary>
public enum FleetOutcomeKind
{
    /// <summary>It was sent at a known time and has ended.</summary>
    Ended = 0,

    /// <summary>It was never sent: it costs nothing.</summary>
    NotSent = 1,

    /// <summary>It has ended, and may have been sent at any time up to its limit.</summary>
    Unknown = 2,

    /// <summary>It is being cancelled and may still be under way at the server for a moment.</summary>
    Abandoned = 3,
}
