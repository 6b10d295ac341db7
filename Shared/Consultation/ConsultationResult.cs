using System.Text.Json.Serialization;

namespace Workflows.Shared.Consultation;

/// <summary>The analysis of one consultation, in the document's shape. One that failed stands in its place with <see cref="Error"/> alone.</summary>
public sealed record ConsultationResult
{
    /// <summary>The caller's id.</summary>
    public required string ConsultationId { get; init; }

    /// <summary>What it was about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConsultationSummary? Summary { get; init; }

    /// <summary>Keywords, the most telling first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>Its titles.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConsultationTitles? Titles { get; init; }

    /// <summary>0 to 1, computed by rules.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? QualityScore { get; init; }

    /// <summary>Seconds from the first request to the last answer.</summary>
    public double ProcessingTime { get; init; }

    /// <summary>Why there is no analysis, in one sentence without anything of the conversation; null when there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }
}
