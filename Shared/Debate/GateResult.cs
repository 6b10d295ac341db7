namespace Workflows.Shared.Debate;

/// <summary>Whether the synthesis stands on the evidence.</summary>
public sealed record GateResult
{
    /// <summary><c>passed</c>, <c>failed</c>, or <c>skipped</c> when there is no evidence to check against.</summary>
    public required string Status { get; init; }

    /// <summary>How many claims there are.</summary>
    public required int Claims { get; init; }

    /// <summary>How many of them have at least one citation that stands.</summary>
    public required int Supported { get; init; }

    /// <summary>How many citations there are.</summary>
    public required int Citations { get; init; }

    /// <summary>How many of them stand: the id exists, and the quotation is in that document.</summary>
    public required int Standing { get; init; }

    /// <summary>What does not hold, one statement each.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
