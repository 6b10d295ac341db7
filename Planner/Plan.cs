using System.Text.Json.Serialization;
using Workflows.Planner.Running;
using Workflows.Planner.Yardsticks;

namespace Workflows.Planner;

/// <summary>How a review went in virtual time. Times are seconds.</summary>
public sealed record Plan
{
    /// <summary>Its files.</summary>
    public required int Files { get; init; }

    /// <summary>The profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>From its start to its report.</summary>
    public required double Makespan { get; init; }

    /// <summary>What no schedule can go below, for the same calls.</summary>
    public required LowerBound Bound { get; init; }

    /// <summary>Makespan ÷ bound.</summary>
    public double OverBound => Bound.Seconds > 0 ? Makespan / Bound.Seconds : 0;

    /// <summary>What the documents' own algorithm takes for the same calls.</summary>
    public required double DocumentsAlgorithm { get; init; }

    /// <summary>The pull request's budget; null when it was lifted.</summary>
    public double? Budget { get; init; }

    /// <summary>What stood in the way of being faster, in words.</summary>
    public required string Binds { get; init; }

    /// <summary>Whether the report lacks nothing.</summary>
    public required bool Complete { get; init; }

    /// <summary>What the report says is missing.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>All requests.</summary>
    public required int Requests { get; init; }

    /// <summary>Each pool.</summary>
    public required IReadOnlyList<PoolUse> Pools { get; init; }

    /// <summary>Whether what the simulator counted is what was sent under leases, pool by pool.</summary>
    public required bool CountersAgree { get; init; }

    /// <summary>Every request.</summary>
    [JsonIgnore]
    public IReadOnlyList<SentRequest> Sent { get; init; } = [];
}
