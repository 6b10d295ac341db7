using System.Text;

namespace Workflows.Shared.PullRequestReview.Reports;

/// <summary>A report for a terminal: plain, at most <see cref="Width"/> columns but for paths and quotations, which stay whole.</summary>
internal sealed class TextReport(ReviewReport report)
{
    private const int Width = 100;

    private readonly StringBuilder output = new();

    public string Render()
    {
        if (report.Simulated)
        {
            Paragraph("", "SIMULATED: " + ReportWords.Simulated);
            Blank();
        }

        RenderHead();
        foreach (var file in report.Files.Where(file => file.Findings.Count > 0 || file.Status is FileReviewStatus.Partial or FileReviewStatus.Failed))
        {
            RenderFile(file);
        }

        if (report.CrossFile.Count > 0)
        {
            RenderFindings("Across files", report.CrossFile, fallbackPath: "");
        }

        RenderList("Skipped", report.Files.Where(file => file.Status == FileReviewStatus.Skipped).Select(NameWithReason));
        RenderList("Reviewed without findings", report.Files.Where(file => file is { Status: FileReviewStatus.Reviewed, Findings.Count: 0 }).Select(NameOf));
        RenderList("Missing from this review", report.Missing);
        RenderLastLine();
        return output.ToString();
    }

    private void RenderHead()
    {
        var title = SafeText.Line(report.Description.Title);
        Paragraph("", $"Review {SafeText.Line(report.Id)} is {report.Status.ToString().ToLowerInvariant()}{(title.Length == 0 ? "" : ": " + title)}");
        if (!string.IsNullOrWhiteSpace(report.Summary))
        {
            Blank();
            Paragraph("  ", SafeText.Block(report.Summary));
        }

        if (!string.IsNullOrWhiteSpace(report.Description.Intent))
        {
            Blank();
            Paragraph("  ", "Intent: " + SafeText.Block(report.Description.Intent));
        }

        Blank();
        RenderList("Changes", report.Description.Changes);
        RenderList("Risks", report.Description.Risks);
        RenderList("Questions to the author", report.Description.Questions);
    }

    private void RenderFile(FileReport file)
    {
        var heading = NameOf(file);
        if (file.Status is FileReviewStatus.Partial or FileReviewStatus.Failed)
        {
            heading += $" [{file.Status.ToString().ToLowerInvariant()}{(string.IsNullOrWhiteSpace(file.Reason) ? "" : ": " + SafeText.Line(file.Reason))}]";
        }

        RenderFindings(heading, file.Findings, file.Path);
    }

    private void RenderFindings(string heading, IReadOnlyList<Finding> findings, string fallbackPath)
    {
        output.Append(heading).Append('\n');
        foreach (var finding in ReportWords.Ordered(findings))
        {
            RenderFinding(finding, SafeText.Line(finding.Path ?? fallbackPath));
            Blank();
        }

        if (findings.Count == 0)
        {
            Blank();
        }
    }

    private void RenderFinding(Finding finding, string path)
    {
        var side = finding.Side == DiffSide.Old ? " (old side)" : "";
        var place = finding.Line is null ? $"{path} (no line)" : $"{path}:{ReportWords.Lines(finding)}{side}";
        output.Append("  ").Append(ReportWords.Of(finding.Severity).ToUpperInvariant()).Append("  ").Append(place).Append('\n');
        Paragraph("    ", SafeText.Line(finding.Title));
        Paragraph("    ", SafeText.Block(finding.Message));
        if (!string.IsNullOrWhiteSpace(finding.Quote))
        {
            output.Append("    > ").Append(SafeText.Line(finding.Quote)).Append('\n');
        }

        if (!string.IsNullOrWhiteSpace(finding.Suggestion))
        {
            Paragraph("    ", "Suggestion: " + SafeText.Block(finding.Suggestion));
        }

        var models = string.Join(", ", finding.FoundBy.Select(model => SafeText.Line(model)));
        Paragraph("    ", $"[{SafeText.Line(finding.Category)}; {ReportWords.Confidence(finding)}; found by {models}; checks: {ReportWords.Checks(finding.Checks)}]");
    }

    private void RenderList(string heading, IEnumerable<string> items)
    {
        var lines = items.ToList();
        if (lines.Count == 0)
        {
            return;
        }

        output.Append(heading).Append(":\n");
        foreach (var item in lines)
        {
            Paragraph("    ", SafeText.Line(item, 1_000), firstIndent: "  - ");
        }

        Blank();
    }

    private void RenderLastLine()
    {
        var models = report.Usage.Select(usage => $"{SafeText.Line(usage.Model)} {ReportWords.Count(usage.Calls, "call")}");
        var parts = new List<string> { ReportWords.Counts(report), ReportWords.FileCounts(report), ReportWords.Seconds(report.Seconds) };
        parts.AddRange(report.Usage.Count == 0 ? ["no model was called"] : models);
        output.Append(string.Join("; ", parts)).Append(report.Simulated ? " (simulated)\n" : "\n");
    }

    private static string NameOf(FileReport file) =>
        SafeText.Line(file.Path) + (file.OldPath is null ? "" : $" (was {SafeText.Line(file.OldPath)})");

    private static string NameWithReason(FileReport file) => $"{NameOf(file)}: {SafeText.Line(file.Reason ?? "no reason given")}";

    private void Paragraph(string indent, string text, string? firstIndent = null)
    {
        var lead = firstIndent ?? indent;
        foreach (var line in TextLayout.Wrap(text, Width - indent.Length))
        {
            output.Append(line.Length == 0 ? "" : lead).Append(line).Append('\n');
            lead = indent;
        }
    }

    private void Blank() => output.Append('\n');
}
