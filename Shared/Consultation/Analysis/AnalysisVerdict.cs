namespace Workflows.Shared.Consultation.Analysis;

/// <summary>What was found out about one consultation: what its result is written from.</summary>
public sealed record AnalysisVerdict
{
    /// <summary>The consultation.</summary>
    public required ConsultationWork Work { get; init; }

    /// <summary>The analysis as the models gave it; null when there is none.</summary>
    public ConsultationAnalysis? Analysis { get; init; }

    /// <summary>Why there is none, in a sentence without anything of the conversation.</summary>
    public string? Error { get; init; }

    /// <summary>Seconds from the first request to the last answer.</summary>
    public double ProcessingSeconds { get; init; }
}
