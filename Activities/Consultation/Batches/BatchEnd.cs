namespace Workflows.Activities.Consultation;

/// <summary>A batch whose consultations have all ended.</summary>
public sealed record BatchEnd
{
    /// <summary>The batch.</summary>
    public required string BatchId { get; init; }

    /// <summary>How many consultations it has.</summary>
    public required int Total { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>When the last one ended.</summary>
    public required DateTimeOffset CompletedAt { get; init; }
}
