using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Locating;

namespace Workflows.Shared.PullRequestReview.Findings;

/// <summary>Takes a model's findings in: code decides where each one stands.</summary>
public static class FindingIntake
{
    /// <summary>
    /// Places findings by their quotations. A quotation that the diff shows elsewhere than claimed moves the finding there; one that is
    /// missing, altered beyond recognition or found in several places leaves it without a line.
    /// </summary>
    /// <param name="file">The file that the model saw.</param>
    /// <param name="findings">Its answer, valid by schema.</param>
    /// <param name="model">The model.</param>
    public static IReadOnlyList<LocatedCandidate> Take(DiffFile file, IEnumerable<AnswerFinding> findings, string model)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(findings);
        return [.. findings.Select(finding =>
        {
            int? claimed = finding.Line == 0 ? null : finding.Line;
            LineLocation location = LineLocator.Locate(file, finding.Quote, claimed, finding.Side);
            return new LocatedCandidate(CandidateFinding.From(finding, model, location.Line, location.EndLine, location.Side), location);
        })];
    }
}
