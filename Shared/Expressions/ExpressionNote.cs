using Workflows.Shared.Expressions.Alignment;

namespace Workflows.Shared.Expressions;

/// <summary>What an analysis has to tell the figures, nothing of what is said in the film among it.</summary>
public sealed record ExpressionNote
{
    /// <summary>Chunks that have ended.</summary>
    public IReadOnlyList<ChunkNote> Chunks { get; init; } = [];

    /// <summary>How the analysis ended; null: it has not. Without a report it is <see cref="ExpressionStatus.Failed"/>.</summary>
    public ExpressionStatus? Ended { get; init; }

    /// <summary>How many expressions its report has, by how their times were found (<c>exact</c>, <c>inflected</c>, <c>separated</c>) or why they have none (<c>not_found</c>, <c>no_words</c>).</summary>
    public IReadOnlyDictionary<string, int> Kept { get; init; } = new Dictionary<string, int>();

    /// <summary>The note of an analysis that has ended.</summary>
    /// <param name="report">Its report; null: it has none.</param>
    public static ExpressionNote Of(ExpressionReport? report) => report is null
        ? new ExpressionNote { Ended = ExpressionStatus.Failed }
        : new ExpressionNote { Ended = report.Status, Kept = report.Expressions.CountBy(Word).ToDictionary() };

    private static string Word(FoundExpression one) => one switch
    {
        { Timing.Match: TimingMatch.Exact } => "exact",
        { Timing.Match: TimingMatch.Inflected } => "inflected",
        { Timing: not null } => "separated",
        { TimingReason: TimingMiss.NoWords } => "no_words",
        _ => "not_found",
    };
}
