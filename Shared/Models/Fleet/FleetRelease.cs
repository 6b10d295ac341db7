namespace Workflows.Shared.Models.Fleet;

/// <summary>The end of a lease, as it is told to the fleet's entity.</summary>
public sealed record FleetRelease
{
    /// <summary>The lease.</summary>
    public required string LeaseId { get; init; }

    /// <summary>How it was used.</summary>
    public required FleetOutcome Outcome { get; init; }
}
