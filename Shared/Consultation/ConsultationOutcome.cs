namespace Workflows.Shared.Consultation;

/// <summary>What became of the analysis of one consultation, without its content.</summary>
public sealed record ConsultationOutcome
{
    /// <summary>The batch it belongs to.</summary>
    public required string BatchId { get; init; }

    /// <summary>Its place in the batch, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>True when it was analysed; false when it failed: the stored result then carries the error.</summary>
    public required bool Analyzed { get; init; }

    /// <summary>Seconds from the first request to the last answer.</summary>
    public double ProcessingSeconds { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }
}
