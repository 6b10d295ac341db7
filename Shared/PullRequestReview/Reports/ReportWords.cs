using System.Globalization;

namespace Workflows.Shared.PullRequestReview.Reports;

/// <summary>Words, numbers and orders that the readable forms of a report share.</summary>
internal static class ReportWords
{
    public const string Simulated = "The answers in this review come from the simulator, not from a model.";

    public static string Of(FindingSeverity severity) => severity.ToString().ToLowerInvariant();

    public static string Of(CheckResult result) => result.ToString().ToLowerInvariant();

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    public static string Confidence(Finding finding) => "confidence " + finding.Confidence.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Count(int number, string one) => $"{Of(number)} {one}{(number == 1 ? "" : "s")}";

    /// <summary>Gravest first, then by place.</summary>
    public static IEnumerable<Finding> Ordered(IEnumerable<Finding> findings) => findings
        .OrderByDescending(finding => finding.Severity)
        .ThenBy(finding => finding.Path, StringComparer.Ordinal)
        .ThenBy(finding => finding.Line ?? int.MaxValue)
        .ThenBy(finding => finding.Id, StringComparer.Ordinal);

    public static IEnumerable<Finding> AllFindings(ReviewReport report) =>
        report.Files.SelectMany(file => file.Findings).Concat(report.CrossFile);

    /// <summary>For example <c>12</c>, <c>12-14</c>; empty without a place.</summary>
    public static string Lines(Finding finding) => finding switch
    {
        { Line: null } => "",
        { EndLine: { } last, Line: { } first } when last > first => $"{Of(first)}-{Of(last)}",
        _ => Of(finding.Line.Value),
    };

    /// <summary>For example <c>3 findings: 1 critical, 2 low</c>.</summary>
    public static string Counts(ReviewReport report)
    {
        var findings = AllFindings(report).ToList();
        if (findings.Count == 0)
        {
            return "no findings";
        }

        var parts = findings
            .GroupBy(finding => finding.Severity)
            .OrderByDescending(group => group.Key)
            .Select(group => $"{Of(group.Count())} {Of(group.Key)}");
        return $"{Count(findings.Count, "finding")}: {string.Join(", ", parts)}";
    }

    /// <summary>For example <c>4 of 6 files reviewed, 1 skipped</c>.</summary>
    public static string FileCounts(ReviewReport report)
    {
        var text = $"{Of(report.Files.Count(file => file.Status == FileReviewStatus.Reviewed))} of {Count(report.Files.Count, "file")} reviewed";
        foreach (var status in new[] { FileReviewStatus.Partial, FileReviewStatus.Skipped, FileReviewStatus.Failed })
        {
            var number = report.Files.Count(file => file.Status == status);
            text += number == 0 ? "" : $", {Of(number)} {status.ToString().ToLowerInvariant()}";
        }

        return text;
    }

    /// <summary>For example <c>accuracy passed, suggestion failed</c>; what did not run is left out.</summary>
    public static string Checks(FindingChecks checks)
    {
        var results = new[]
        {
            ("accuracy", checks.Accuracy), ("location", checks.Location), ("suggestion", checks.Suggestion), ("hallucination", checks.Hallucination),
        };
        var ran = results.Where(check => check.Item2 != CheckResult.Unchecked).Select(check => $"{check.Item1} {Of(check.Item2)}").ToList();
        return ran.Count == 0 ? "none ran" : string.Join(", ", ran);
    }
}
