using System.Text.Json.Serialization;

namespace Workflows.Shared.Debate.Comparison;

/// <summary>How one debate of a comparison ended.</summary>
internal sealed record ComparedDebate
{
    /// <summary>The run's id.</summary>
    public required string Id { get; init; }

    /// <summary>Which pair it belongs to, from 1.</summary>
    public required int Pair { get; init; }

    /// <summary>The task's name.</summary>
    public required string Task { get; init; }

    /// <summary>Which run of the task it is, from 1.</summary>
    public required int Run { get; init; }

    /// <summary><see cref="DebateMode.Parallel"/> or <see cref="DebateMode.Sequential"/>.</summary>
    public required DebateMode Mode { get; init; }

    /// <summary>Seconds from its start to its end; null: it failed.</summary>
    public double? Seconds { get; init; }

    /// <summary>What the gate said; null: it failed.</summary>
    public string? Gate { get; init; }

    /// <summary>Whether anything went another way than planned.</summary>
    public bool Fallback { get; init; }

    /// <summary>Why it failed; null: it did not.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the simulator answered anything.</summary>
    public bool Simulated { get; init; }

    /// <summary>Whether its task has evidence, so that there is something to check.</summary>
    [JsonIgnore]
    public bool HasEvidence { get; init; }

    /// <summary>Whether the gate passed, which that of a failed debate did not; null: there is nothing to check.</summary>
    [JsonIgnore]
    public bool? Passed => HasEvidence ? Gate == "passed" : null;
}
