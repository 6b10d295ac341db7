namespace Workflows.Shared.Consultation;

/// <summary>What the caller of a batch is answered.</summary>
public sealed record BatchAcceptance
{
    /// <summary><c>BATCH-yyyyMMdd-NNN</c>; the number has more digits from the 1,000th batch of a day on.</summary>
    public required string BatchId { get; init; }

    /// <summary>How many consultations it has.</summary>
    public required int TotalConsultations { get; init; }

    /// <summary>When it should be done, from the times observed so far.</summary>
    public required DateTimeOffset EstimatedCompletion { get; init; }

    /// <summary><c>queued</c>.</summary>
    public string Status { get; init; } = "queued";
}
