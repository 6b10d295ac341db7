using System.Text.Json.Serialization;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Shared.Prompts.PullRequestReview;

/// <summary>A report as P2 sees it: enough to summarise, no more.</summary>
public sealed record PromptReport
{
    /// <summary>The author's title.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>What P1 says the change is for.</summary>
    public string Intent { get; init; } = "";

    /// <summary>The files with their findings.</summary>
    public IReadOnlyList<PromptReportFile> Files { get; init; } = [];

    /// <summary>What the review lacks.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The view of a report; cross-file findings stand with their file.</summary>
    public static PromptReport From(ReviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new PromptReport
        {
            Title = report.Description.Title,
            Intent = report.Description.Intent,
            Files = [.. report.Files.Select(file => new PromptReportFile
            {
                Path = file.Path,
                Findings = [.. file.Findings.Concat(report.CrossFile.Where(finding => finding.Path == file.Path))
                    .Select(finding => new PromptReportFinding { Severity = finding.Severity, Title = finding.Title })],
            })],
            Missing = report.Missing,
        };
    }
}
