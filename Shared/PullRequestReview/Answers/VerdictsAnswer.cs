namespace Workflows.Shared.PullRequestReview.Answers;

/// <summary>The answer of V1 to V4 (<c>verdicts</c>).</summary>
public sealed record VerdictsAnswer
{
    /// <summary>One verdict a finding; a finding without one stays unchecked.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>
    /// The verdict on one finding. A finding judged twice in opposite ways is unchecked: neither verdict can be trusted.
    /// </summary>
    public CheckResult ResultFor(int index)
    {
        var verdicts = Verdicts.Where(verdict => verdict.Index == index).Select(verdict => verdict.Ok).Distinct().ToList();
        return verdicts.Count != 1 ? CheckResult.Unchecked : verdicts[0] ? CheckResult.Passed : CheckResult.Failed;
    }
}
