namespace Workflows.Shared.Consultation;

/// <summary>A finished batch: the body of the callback, in the document's shape.</summary>
public sealed record BatchReport
{
    /// <summary>The batch.</summary>
    public required string BatchId { get; init; }

    /// <summary>One result for each consultation, in the caller's order.</summary>
    public required IReadOnlyList<ConsultationResult> Results { get; init; }

    /// <summary>Seconds from the acceptance to the last result.</summary>
    public required double TotalProcessingTime { get; init; }

    /// <summary>When the last result was there.</summary>
    public required DateTimeOffset CompletedAt { get; init; }
}
