using System.Text.Json.Serialization;
using Workflows.Shared.Debate.Evidence;
using Workflows.Shared.Debate.Gate;

namespace Workflows.Shared.Debate;

/// <summary>What is decided of a debate before it begins; it stays, also when the configuration changes meanwhile.</summary>
public sealed record DebatePlan
{
    /// <summary>1 to 10.</summary>
    public required int Complexity { get; init; }

    /// <summary><see cref="DebateMode.Parallel"/> or <see cref="DebateMode.Sequential"/>.</summary>
    public required DebateMode Mode { get; init; }

    /// <summary>Why that mode.</summary>
    public required string ModeReason { get; init; }

    /// <summary>Whether the rollout is to be asked for the mode; <see cref="Mode"/> is that of a rollout that does not answer.</summary>
    public bool AsksRollout { get; init; }

    /// <summary>What the personas are shown of the evidence.</summary>
    public IReadOnlyList<EvidencePassage> Passages { get; init; } = [];

    /// <summary>What has to be compared by embeddings before <see cref="Passages"/> are final; null: nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EvidenceComparison? Comparison { get; init; }

    /// <summary>Whether the simulator took part in the choice of <see cref="Passages"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsEvidenceSimulated { get; init; }

    /// <summary>What the gate asks for.</summary>
    public required GateOptions Gate { get; init; }

    /// <summary>Seconds for the requests of one persona.</summary>
    public required double PersonaSeconds { get; init; }

    /// <summary>Minutes for the whole debate.</summary>
    public required double DebateMinutes { get; init; }
}
