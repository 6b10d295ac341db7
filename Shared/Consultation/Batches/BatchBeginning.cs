namespace Workflows.Shared.Consultation;

/// <summary>What is known of a batch when it begins.</summary>
public sealed record BatchBeginning
{
    /// <summary>Who sent it.</summary>
    public required string Client { get; init; }

    /// <summary>The instance that accepts it.</summary>
    public required string Acceptance { get; init; }

    /// <summary>Where the results go; null: nowhere.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>How many consultations it has.</summary>
    public required int Total { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }
}
