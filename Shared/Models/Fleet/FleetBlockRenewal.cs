namespace Workflows.Shared.Models.Fleet;

/// <summary>What the orchestration that renews a block gets: orchestrations alone may call the fleet's entity and send its invitations on.</summary>
public sealed record FleetBlockRenewal
{
    /// <summary>The name of that orchestration.</summary>
    public const string OrchestrationName = "RealtimeBlock";

    /// <summary>The fleet's key.</summary>
    public required string FleetKey { get; init; }

    /// <summary>The wish and the account.</summary>
    public required FleetBlockAsk Ask { get; init; }
}
