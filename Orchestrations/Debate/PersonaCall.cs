using Workflows.Shared.Debate;
using Workflows.Shared.Prompts.Debate;

namespace Workflows.Orchestrations.Debate;

/// <summary>One call of a persona.</summary>
internal sealed record PersonaCall
{
    /// <summary>Who speaks.</summary>
    public required Persona Persona { get; init; }

    /// <summary>The call's name, unique within the debate.</summary>
    public required string CallId { get; init; }

    /// <summary>0, or 1 for the one beside.</summary>
    public int Lane { get; init; }

    /// <summary>What others have said.</summary>
    public IReadOnlyList<(string Persona, PersonaOutput Output)> Positions { get; init; } = [];

    /// <summary>What the gate found wrong with the last answer.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Whether this is a second try.</summary>
    public bool Again { get; init; }
}
