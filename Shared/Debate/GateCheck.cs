using Workflows.Shared.Debate.Gate;

namespace Workflows.Shared.Debate;

/// <summary>What the gate is to check.</summary>
public sealed record GateCheck
{
    /// <summary>All documents, whole.</summary>
    public required IReadOnlyList<EvidenceDocument> Evidence { get; init; }

    /// <summary>What it asks for.</summary>
    public required GateOptions Options { get; init; }

    /// <summary>What is checked.</summary>
    public required PersonaOutput Synthesis { get; init; }
}
