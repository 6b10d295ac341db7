using Workflows.Shared.PullRequestReview.Answers;

namespace Workflows.Shared.PullRequestReview;

/// <summary>A finding of one review task (F1 to F4) on one file, located by code, before synthesis and validation.</summary>
public sealed record CandidateFinding
{
    /// <summary>How much its finder says it matters.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>The kind of trouble.</summary>
    public required string Category { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>What is wrong and when it shows.</summary>
    public required string Message { get; init; }

    /// <summary>The line the locator found, from 1 on <see cref="Side"/>; null when it found none.</summary>
    public int? Line { get; init; }

    /// <summary>The last line when the finding spans several.</summary>
    public int? EndLine { get; init; }

    /// <summary>The side on which <see cref="Line"/> counts; null when there is no line.</summary>
    public DiffSide? Side { get; init; }

    /// <summary>The quoted line.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What to do instead, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The models that found it.</summary>
    public IReadOnlyList<string> FoundBy { get; init; } = [];

    /// <summary>A model's finding at the place where code found its quotation; the place that the model claims is not taken over.</summary>
    /// <param name="answer">The finding.</param>
    /// <param name="model">The model that stated it.</param>
    /// <param name="line">The line found, or null.</param>
    /// <param name="endLine">The last line found, or null.</param>
    /// <param name="side">The side of the line found, or null.</param>
    public static CandidateFinding From(AnswerFinding answer, string model, int? line, int? endLine, DiffSide? side)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new CandidateFinding
        {
            Severity = answer.Severity,
            Category = answer.Category,
            Title = answer.Title,
            Message = answer.Message,
            Line = line,
            EndLine = line is null ? null : endLine,
            Side = line is null ? null : side,
            Quote = answer.Quote,
            Suggestion = string.IsNullOrWhiteSpace(answer.Suggestion) ? null : answer.Suggestion,
            Confidence = answer.Confidence,
            FoundBy = [model],
        };
    }

    /// <summary>The finding as the report shows it.</summary>
    /// <param name="id">Its fingerprint.</param>
    /// <param name="checks">What the validations said.</param>
    /// <param name="path">Its file, for a cross-file finding only.</param>
    public Finding ToFinding(string id, FindingChecks checks, string? path = null) => new()
    {
        Id = id,
        Severity = Severity,
        Category = Category,
        Title = Title,
        Message = Message,
        Path = path,
        Line = Line,
        EndLine = EndLine,
        Side = Side,
        Quote = Quote,
        Suggestion = Suggestion,
        Confidence = Confidence,
        FoundBy = FoundBy,
        Checks = checks,
    };
}
