using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview;

/// <summary>What the review says about one changed file.</summary>
public sealed record FileReport
{
    /// <summary>The path after the change (before it, for a deleted file), relative to the repository, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The path before the change when it was another one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OldPath { get; init; }

    /// <summary>How far the review came.</summary>
    public FileReviewStatus Status { get; init; }

    /// <summary>Why the file is not fully reviewed, or what must be known of its lines; null when there is nothing to say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>The file's findings, the gravest first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Seconds in which at least one of the file's calls ran.</summary>
    public double Seconds { get; init; }
}
