namespace Workflows.Shared.Debate;

/// <summary>One statement with what it rests on.</summary>
public sealed record DebateClaim
{
    /// <summary>The statement.</summary>
    public required string Text { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}
