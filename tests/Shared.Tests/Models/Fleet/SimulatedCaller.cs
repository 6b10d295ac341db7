using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>A call in a <see cref="FleetSimulation"/>, and what befalls it.</summary>
internal sealed class SimulatedCaller
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Pools { get; init; }

    public required CallClass Class { get; init; }

    public required DateTimeOffset WorkStamp { get; init; }

    /// <summary>The estimate, at most any pool's budget of a minute.</summary>
    public required int Tokens { get; init; }

    public required CallerFate Fate { get; init; }

    /// <summary>The number of the request.</summary>
    public int Number { get; set; } = 1;

    public DateTimeOffset? Arrival { get; set; }

    public bool Asked { get; set; }

    public bool Sending { get; set; }

    public bool Done { get; set; }

    public FleetTicket Ticket() => new()
    {
        InstanceId = Id, Number = Number, Pools = Pools, Tokens = Tokens, Class = Class, WorkStamp = WorkStamp, Arrival = Arrival,
    };
}
