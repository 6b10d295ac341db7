using System.Text.Json.Serialization;
using Workflows.Shared;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Runs;

/// <summary>A run at one moment, in the shape in which the HTTP interface shows it.</summary>
internal sealed record RunState
{
    public required string Id { get; init; }

    public required RunStatus Status { get; init; }

    public WorkflowProgress Progress { get; init; } = new();

    /// <summary>What went wrong so far and does not end the run, in a few words; null: nothing, or nobody looked.</summary>
    [JsonIgnore]
    public string? Trouble { get; init; }

    /// <summary>The report, when the run has completed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReviewReport? Result { get; init; }

    /// <summary>Why it failed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }
}
