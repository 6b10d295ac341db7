using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview;

/// <summary>The custom status of an interview: a <see cref="WorkflowProgress"/> with the open stage. Answers count as steps, and so do analyses and the report.</summary>
public sealed record InterviewProgress
{
    /// <inheritdoc cref="WorkflowProgress.Completed"/>
    public int Completed { get; init; }

    /// <inheritdoc cref="WorkflowProgress.Total"/>
    public int Total { get; init; }

    /// <inheritdoc cref="WorkflowProgress.Message"/>
    public string Message { get; init; } = "";

    /// <summary>What goes on.</summary>
    public InterviewPhase Phase { get; init; }

    /// <summary>The stage at which it is; null: there is none left.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OpenStage? Stage { get; init; }

    /// <summary>The hashes of the answers that count, in the stages' order.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>How many answers have been analysed.</summary>
    public int Analysed { get; init; }
}
