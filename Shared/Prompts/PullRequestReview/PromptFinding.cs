using System.Text.Json.Serialization;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Shared.Prompts.PullRequestReview;

/// <summary>A finding as a prompt shows it.</summary>
public sealed record PromptFinding
{
    /// <summary>By which the answer refers to it.</summary>
    public int Index { get; init; }

    /// <summary>The file, where the findings of several are asked about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>The kind of trouble.</summary>
    public required string Category { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>The line, or null when it has no place.</summary>
    public int? Line { get; init; }

    /// <summary>The side of <see cref="Line"/>.</summary>
    public DiffSide? Side { get; init; }

    /// <summary>The quoted line.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What to do instead, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The models that found it.</summary>
    public IReadOnlyList<string> FoundBy { get; init; } = [];

    /// <summary>The prompt's view of a candidate.</summary>
    public static PromptFinding From(int index, CandidateFinding finding, string? path = null) => new()
    {
        Index = index,
        Path = path,
        Severity = finding.Severity,
        Category = finding.Category,
        Title = finding.Title,
        Message = finding.Message,
        Line = finding.Line,
        Side = finding.Side,
        Quote = finding.Quote,
        Suggestion = finding.Suggestion,
        Confidence = finding.Confidence,
        FoundBy = finding.FoundBy,
    };
}
