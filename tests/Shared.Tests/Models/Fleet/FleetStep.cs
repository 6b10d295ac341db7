using System.Text.Json;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>One operation on a fleet: the states before and after it, what was asked, and what it answered.</summary>
internal sealed record FleetStep
{
    public required string Before { get; init; }

    public required string After { get; init; }

    public required IReadOnlyList<FleetPool> Pools { get; init; }

    public required IReadOnlyList<FleetInvitation> Invitations { get; init; }

    /// <summary>The ticket of an acquisition.</summary>
    public FleetTicket? Asked { get; init; }

    /// <summary>The ticket or lease that was taken back or released.</summary>
    public string? Ended { get; init; }

    public static FleetState Read(string state) => JsonSerializer.Deserialize<FleetState>(state)!;
}
