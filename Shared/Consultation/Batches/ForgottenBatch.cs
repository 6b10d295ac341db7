namespace Workflows.Shared.Consultation;

/// <summary>A batch that is forgotten.</summary>
public sealed record ForgottenBatch
{
    /// <summary>The batch.</summary>
    public required string BatchId { get; init; }

    /// <summary>The instance that accepted it, or did not.</summary>
    public required string Acceptance { get; init; }
}
