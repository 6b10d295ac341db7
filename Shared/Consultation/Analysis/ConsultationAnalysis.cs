namespace Workflows.Shared.Consultation.Analysis;

/// <summary>What a model says of a conversation or of a part of one; after <see cref="AnalysisTidying"/> what the caller gets.</summary>
public sealed record ConsultationAnalysis
{
    /// <summary>What it was about.</summary>
    public required ConsultationSummary Summary { get; init; }

    /// <summary>Keywords, the most telling first.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>The titles.</summary>
    public required ConsultationTitles Titles { get; init; }
}
