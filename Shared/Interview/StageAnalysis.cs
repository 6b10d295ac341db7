using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview;

/// <summary>What an answer is worth, as a model sees it. A light one has a score and a summary only.</summary>
public sealed record StageAnalysis
{
    /// <summary>The rubric.</summary>
    public AnalysisMode Mode { get; init; }

    /// <summary>The whole, from 1 to 5.</summary>
    public required int Score { get; init; }

    /// <summary>Whether it answers what was asked, from 1 to 5.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Relevance { get; init; }

    /// <summary>Whether it names facts, numbers and the candidate's own part.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Specificity { get; init; }

    /// <summary>Whether it can be followed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Structure { get; init; }

    /// <summary>Whether it speaks for the role.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RoleFit { get; init; }

    /// <summary>In a few sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>What speaks for the candidate.</summary>
    public IReadOnlyList<string> Strengths { get; init; } = [];

    /// <summary>What speaks against.</summary>
    public IReadOnlyList<string> Concerns { get; init; } = [];

    /// <summary>Whether the answer was analysed twice, and this is the second time.</summary>
    public bool IsRedone { get; init; }
}
