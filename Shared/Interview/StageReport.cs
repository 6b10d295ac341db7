using System.Text.Json.Serialization;
using Workflows.Shared.Interview.Stages;

namespace Workflows.Shared.Interview;

/// <summary>One stage of an interview that has ended.</summary>
public sealed record StageReport
{
    /// <inheritdoc cref="PlannedStage.Number"/>
    public required int Number { get; init; }

    /// <inheritdoc cref="PlannedStage.Key"/>
    public required string Stage { get; init; }

    /// <inheritdoc cref="PlannedStage.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="PlannedStage.Given"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Given { get; init; }

    /// <inheritdoc cref="PlannedStage.Match"/>
    public required StageMatch Match { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>Where it comes from.</summary>
    public required QuestionKind QuestionKind { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Seconds from the answer before to this question; null: of the first one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SecondsFromAnswer { get; init; }

    /// <summary>Seconds for which the question's model call waited for admission; null: there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? QueueSeconds { get; init; }

    /// <summary>Seconds from send to answer of the question's model call; null: there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ModelSeconds { get; init; }

    /// <summary>How many times it was brought to mind.</summary>
    public int Reminders { get; init; }

    /// <summary>When it was answered; null: it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>In which form.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerKind? AnswerKind { get; init; }

    /// <summary>The answer, or what a spoken one says; null: there is none, or it could not be written down.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Answer { get; init; }

    /// <summary>What it is worth; null: it was not analysed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StageAnalysis? Analysis { get; init; }

    /// <summary>What was seen in its frames; null: there were none, or nobody looked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VideoNotes? Video { get; init; }

    /// <summary>What went another way than planned, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
