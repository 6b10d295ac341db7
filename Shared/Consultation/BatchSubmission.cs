namespace Workflows.Shared.Consultation;

/// <summary>A batch that was checked and is to be accepted.</summary>
public sealed record BatchSubmission
{
    /// <summary>The authenticated client.</summary>
    public required string Client { get; init; }

    /// <summary>The consultations, in the caller's order.</summary>
    public required IReadOnlyList<ConsultationItem> Consultations { get; init; }

    /// <summary>A hash of all that the caller sent.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Where the results go; null: they are only kept to be asked for.</summary>
    public string? CallbackUrl { get; init; }
}
