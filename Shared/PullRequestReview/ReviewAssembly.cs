using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Shared.PullRequestReview;

/// <summary>Puts the report together.</summary>
public static class ReviewAssembly
{
    /// <summary>The report of a review.</summary>
    /// <param name="id">The id of the run.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="files">The results of the reviewed files.</param>
    /// <param name="crossFile">Findings across files.</param>
    /// <param name="description">P1's answer, or null.</param>
    /// <param name="summary">P2's answer, or null.</param>
    /// <param name="missing">What is missing beside what the files say.</param>
    /// <param name="usage">Calls beside those of the files.</param>
    /// <param name="simulated">True when the simulator gave any answer beside those of the files.</param>
    /// <param name="took">Wall time.</param>
    public static ReviewReport Report(
        string id, ReviewRequest request, ReviewPlan plan, IReadOnlyList<FileReviewResult> files, IReadOnlyList<Finding> crossFile,
        RefinedDescription? description, ReviewSummaryAnswer? summary, IReadOnlyList<string> missing, IReadOnlyList<ModelUsage> usage,
        bool simulated, TimeSpan took)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(files);
        List<PlannedFile> reviewed = [.. plan.Reviewed];
        Dictionary<int, FileReviewResult> results = reviewed.Zip(files).ToDictionary(pair => pair.First.Index, pair => pair.Second);
        List<string> allMissing = [.. missing, .. files.SelectMany(file => file.Missing)];
        if (reviewed.Count > 1 && plan.NotInOverview.Count > 0)
        {
            allMissing.Add($"The review across files left out {plan.NotInOverview.Count} files that did not fit: {string.Join(", ", plan.NotInOverview.Take(5))}{(plan.NotInOverview.Count > 5 ? ", …" : "")}");
        }

        ReviewReport report = new()
        {
            Id = id,
            Status = Status(files, allMissing),
            Simulated = simulated || files.Any(file => file.Simulated),
            Description = description ?? StatedIntent(request) ?? new RefinedDescription(),
            Files = [.. plan.Files.Select(file => results.TryGetValue(file.Index, out FileReviewResult? result) ? result.Report : Skipped(file))],
            CrossFile = crossFile,
            Missing = allMissing,
            Usage = UsageSum.Of(usage.Concat(files.SelectMany(file => file.Usage))),
            Seconds = Math.Round(took.TotalSeconds, 3),
        };
        return report with
        {
            Summary = reviewed.Count == 0 ? "Nothing to review: every file of the diff was skipped." : ReviewSummaryText.From(summary, report),
        };
    }

    /// <summary>The intent as the author stated it, when P1 has none; null when nothing was stated.</summary>
    public static RefinedDescription? StatedIntent(ReviewRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string stated = string.Join("\n", new[] { request.Title, request.Description }.Where(text => !string.IsNullOrWhiteSpace(text)));
        return stated.Length == 0 ? null : new RefinedDescription { Title = request.Title, Intent = stated };
    }

    /// <summary>The result of a file whose review broke off.</summary>
    public static FileReviewResult Failed(PlannedFile file, string reason)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new FileReviewResult
        {
            Report = new FileReport { Path = file.Diff.Path, OldPath = file.Diff.OldPath, Status = FileReviewStatus.Failed, Reason = reason },
            Missing = [$"{file.Diff.DisplayPath}: the review broke off: {reason}"],
        };
    }

    private static FileReport Skipped(PlannedFile file) => new()
    {
        Path = file.Diff.Path, OldPath = file.Diff.OldPath, Status = FileReviewStatus.Skipped, Reason = file.SkipReason,
    };

    private static ReviewStatus Status(IReadOnlyList<FileReviewResult> files, List<string> missing) =>
        files.Count > 0 && files.All(file => file.Report.Status == FileReviewStatus.Failed) ? ReviewStatus.Failed
        : missing.Count > 0 ? ReviewStatus.Partial
        : ReviewStatus.Complete;
}
