using Workflows.Shared.Models;

namespace Workflows.Shared.Consultation.Analysis;

/// <summary>What is to be done for one consultation: what its reading found. It holds nothing of the conversation.</summary>
public sealed record AnalysisPlan
{
    /// <summary>The windows to analyse, in order; none where <see cref="Error"/> or <see cref="Done"/> is set.</summary>
    public IReadOnlyList<AnalysisWindow> Windows { get; init; } = [];

    /// <summary>The language of the conversation.</summary>
    public AnswerLanguage Language { get; init; }

    /// <summary>The most tokens of what one prompt shows.</summary>
    public int WindowTokens { get; init; }

    /// <summary>Why it cannot be analysed, in a sentence without anything of the conversation.</summary>
    public string? Error { get; init; }

    /// <summary>The outcome of an earlier analysis, whose result is in the store: there is nothing to do.</summary>
    public ConsultationOutcome? Done { get; init; }
}
