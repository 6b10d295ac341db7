namespace Workflows.Shared.Consultation;

/// <summary>Two titles of a consultation.</summary>
public sealed record ConsultationTitles
{
    /// <summary>Keywords joined by underscores.</summary>
    public required string Keyword { get; init; }

    /// <summary>A phrase.</summary>
    public required string Descriptive { get; init; }
}
