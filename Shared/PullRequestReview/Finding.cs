using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview;

/// <summary>One thing the review found. All its texts come from a model or from the diff and are not safe to print as they are.</summary>
public sealed record Finding
{
    /// <summary>A stable fingerprint: the same finding on the same code has the same id in another run.</summary>
    public required string Id { get; init; }

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>The kind of trouble, a short lower-case word.</summary>
    public required string Category { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>What is wrong and when it shows.</summary>
    public required string Message { get; init; }

    /// <summary>The file, only on cross-file findings; a file's own findings stand under the file's path.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    /// <summary>The first line, counted from 1 on <see cref="Side"/>; present only when the diff shows that line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    /// <summary>The last line when the finding spans several; never before <see cref="Line"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? EndLine { get; init; }

    /// <summary>The side on which <see cref="Line"/> counts; present exactly when <see cref="Line"/> is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DiffSide? Side { get; init; }

    /// <summary>The text of the line as the model quoted it; empty when it quoted none.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What to do instead, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suggestion { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The models that found it, each once.</summary>
    public IReadOnlyList<string> FoundBy { get; init; } = [];

    /// <summary>What the validations said.</summary>
    public FindingChecks Checks { get; init; } = new();
}
