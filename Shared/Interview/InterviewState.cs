using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview;

/// <summary>An interview as it is shown to people and programs.</summary>
public sealed record InterviewState
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>suspended</c>, <c>completed</c>, <c>failed</c>, <c>terminated</c>.</summary>
    public required string Status { get; init; }

    /// <summary>How far it is.</summary>
    public required WorkflowProgress Progress { get; init; }

    /// <summary>What it does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InterviewPhase? Phase { get; init; }

    /// <summary>The stage at which it is, with its question once that is there; null: none is left.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OpenStage? Stage { get; init; }

    /// <summary>How many answers count.</summary>
    public int Answered { get; init; }

    /// <summary>How many of them have been analysed.</summary>
    public int Analysed { get; init; }

    /// <summary>The report, when it has completed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InterviewReport? Result { get; init; }

    /// <summary>Why it failed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>Whether it has ended.</summary>
    [JsonIgnore]
    public bool IsEnded => Status is "completed" or "failed" or "terminated";
}
