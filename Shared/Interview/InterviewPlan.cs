namespace Workflows.Shared.Interview;

/// <summary>What is known of an interview's documents before its first question.</summary>
public sealed record InterviewPlan
{
    /// <summary>The passages of job description and résumé that are compared with the stages; empty: nothing is compared.</summary>
    public IReadOnlyList<string> Passages { get; init; } = [];

    /// <summary>What each stage asks for, in the stages' order: what the passages are compared with.</summary>
    public IReadOnlyList<string> Briefs { get; init; } = [];
}
