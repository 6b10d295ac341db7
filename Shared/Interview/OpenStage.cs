using System.Text.Json.Serialization;
using Workflows.Shared.Interview.Stages;

namespace Workflows.Shared.Interview;

/// <summary>The stage at which an interview is.</summary>
public sealed record OpenStage
{
    /// <inheritdoc cref="PlannedStage.Number"/>
    public required int Number { get; init; }

    /// <inheritdoc cref="PlannedStage.Key"/>
    public required string Key { get; init; }

    /// <inheritdoc cref="PlannedStage.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="PlannedStage.Given"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Given { get; init; }

    /// <inheritdoc cref="PlannedStage.Match"/>
    public required StageMatch Match { get; init; }

    /// <summary>The question; null: it is not there yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Question { get; init; }

    /// <summary>Where it comes from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuestionKind? QuestionKind { get; init; }

    /// <summary>When it was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Until when it may be answered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>How many times it was brought to mind.</summary>
    public int Reminders { get; init; }
}
