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

    /// <summary>Most findings shown; the gravest are.</summary>
    public const int MaxFindings = 300;

    /// <summary>Most files shown; those with findings first.</summary>
    public const int MaxFiles = 500;

    /// <summary>The view of a report, bounded so that it fits every model; cross-file findings stand with their file.</summary>
    public static PromptReport From(ReviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var shown = report.Files
            .SelectMany(file => file.Findings.Select(finding => (file.Path, Finding: finding)))
            .Concat(report.CrossFile.Select(finding => (Path: finding.Path ?? "", Finding: finding)))
            .OrderByDescending(entry => entry.Finding.Severity)
            .Take(MaxFindings)
            .ToLookup(entry => entry.Path, entry => new PromptReportFinding { Severity = entry.Finding.Severity, Title = entry.Finding.Title }, StringComparer.Ordinal);
        return new PromptReport
        {
            Title = report.Description.Title,
            Intent = report.Description.Intent,
            Files = [.. report.Files.Select(file => file.Path)
                .Concat(shown.Select(group => group.Key))
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(path => shown[path].Any())
                .Take(MaxFiles)
                .Select(path => new PromptReportFile { Path = path, Findings = [.. shown[path]] })],
            Missing = [.. report.Missing.Take(MaxFiles)],
        };
    }
}
