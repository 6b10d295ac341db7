namespace Workflows.Shared.Interview;

/// <summary>What a model makes of all analyses together.</summary>
public sealed record InterviewSummary
{
    /// <summary>The whole, in some sentences.</summary>
    public required string Overall { get; init; }

    /// <summary>What speaks for the candidate.</summary>
    public IReadOnlyList<string> Strengths { get; init; } = [];

    /// <summary>What speaks against.</summary>
    public IReadOnlyList<string> Concerns { get; init; } = [];

    /// <summary>What to ask next, or to look into.</summary>
    public IReadOnlyList<string> NextSteps { get; init; } = [];
}
