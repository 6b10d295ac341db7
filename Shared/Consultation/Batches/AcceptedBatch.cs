namespace Workflows.Shared.Consultation;

/// <summary>A batch that was accepted.</summary>
public sealed record AcceptedBatch
{
    /// <summary>What its caller is answered, also when it is sent again.</summary>
    public required BatchAcceptance Acceptance { get; init; }

    /// <summary>The hash of its content: another batch under the same idempotency key is told by it.</summary>
    public required string ContentHash { get; init; }
}
