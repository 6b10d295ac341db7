namespace Workflows.Shared.Debate;

/// <summary>What a persona says: the same shape for all three.</summary>
public sealed record PersonaOutput
{
    /// <summary>The position, or the synthesis' answer.</summary>
    public required string Summary { get; init; }

    /// <summary>The claims it is made of.</summary>
    public IReadOnlyList<DebateClaim> Claims { get; init; } = [];
}
