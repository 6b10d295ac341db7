using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Reports;

namespace Workflows.Shared.PullRequestReview;

/// <summary>The text of <see cref="ReviewReport.Summary"/>.</summary>
public static class ReviewSummaryText
{
    /// <summary>P2's headline, summary and risk; without an answer a plain count of the report's findings and files.</summary>
    /// <param name="answer">P2's answer, or null when there is none.</param>
    /// <param name="report">The report that the count is taken from.</param>
    public static string From(ReviewSummaryAnswer? answer, ReviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return answer is null
            ? $"No summary was written. The review has {ReportWords.Counts(report)}; {ReportWords.FileCounts(report)}."
            : $"{answer.Headline.Trim()}\n\n{answer.Summary.Trim()}\n\nRisk: {answer.Risk.ToString().ToLowerInvariant()}.";
    }
}
