using System.Text.Json.Serialization;

namespace Workflows.Shared.Consultation;

/// <summary>The answer of the quick summary, in the document's shape.</summary>
public sealed record QuickSummary
{
    /// <summary>A model wrote it.</summary>
    public const string Success = "success";

    /// <summary>No model answered in time: it is put together from the conversation's own sentences.</summary>
    public const string Degraded = "degraded";

    /// <summary><see cref="ModelUsed"/> of a degraded answer.</summary>
    public const string NoModel = "extractive";

    /// <summary>The caller's id.</summary>
    public required string ConsultationId { get; init; }

    /// <summary>One or two sentences in the conversation's language.</summary>
    public required string Summary { get; init; }

    /// <summary>Seconds from the last byte of the request on.</summary>
    public required double ProcessingTime { get; init; }

    /// <summary>The model's id at its server, or <see cref="NoModel"/>.</summary>
    public required string ModelUsed { get; init; }

    /// <summary><see cref="Success"/> or <see cref="Degraded"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is degraded; null when it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>True when the simulator wrote it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Simulated { get; init; }
}
