using System.Text;

namespace Workflows.Shared.PullRequestReview.Reports;

/// <summary>
/// A report as a comment on the pull request. It stays under the 65,536 characters that the common platforms accept:
/// every part has its share, and what does not fit is counted in its place, the least grave findings first.
/// </summary>
internal sealed class MarkdownReport(ReviewReport report)
{
    private const int FindingsShare = 36_000;
    private const int ListShare = 3_500;

    private readonly StringBuilder output = new();

    public string Render()
    {
        RenderHead();
        RenderList("Questions to the author", report.Description.Questions.Select(question => MarkdownText.Inline(question)));
        RenderFindings();
        RenderList("Not fully reviewed", report.Files.Where(file => file.Status != FileReviewStatus.Reviewed).Select(NameWithStatus));
        RenderList(
            "Reviewed without findings",
            report.Files.Where(file => file is { Status: FileReviewStatus.Reviewed, Findings.Count: 0 }).Select(file => MarkdownText.Code(file.Path)));
        RenderList("Missing from this review", report.Missing.Select(text => MarkdownText.Inline(text)));
        RenderUsage();
        return output.ToString();
    }

    private void RenderHead()
    {
        var title = MarkdownText.Inline(report.Description.Title, 300);
        Block($"## Review{(title.Length == 0 ? "" : ": " + title)}");
        if (report.Simulated)
        {
            Block($"> **Simulated.** {ReportWords.Simulated}");
        }

        Block($"**{report.Status}**: {ReportWords.Counts(report)}; {ReportWords.FileCounts(report)}; {ReportWords.Seconds(report.Seconds)}");
        var summary = MarkdownText.Paragraphs(report.Summary, 1_500);
        if (summary.Length > 0)
        {
            Block(summary);
        }
    }

    private void RenderFindings()
    {
        var rendered = RenderWithinShare();
        foreach (var file in report.Files)
        {
            RenderGroup(MarkdownText.Code(file.Path), file.Findings, rendered);
        }

        RenderGroup("Across files", report.CrossFile, rendered);
        var left = ReportWords.AllFindings(report).Count() - rendered.Count;
        if (left > 0)
        {
            Block($"{ReportWords.Count(left, "further finding")}, none graver than those above, did not fit into this comment.");
        }
    }

    /// <summary>The findings that fit, by identity: two findings may be equal in every text.</summary>
    private Dictionary<Finding, string> RenderWithinShare()
    {
        var rendered = new Dictionary<Finding, string>(ReferenceEqualityComparer.Instance);
        var left = FindingsShare;
        foreach (var finding in ReportWords.Ordered(ReportWords.AllFindings(report)))
        {
            var text = Render(finding);
            left -= text.Length + 320;
            if (left < 0)
            {
                break;
            }

            rendered[finding] = text;
        }

        return rendered;
    }

    private void RenderGroup(string heading, IReadOnlyList<Finding> findings, Dictionary<Finding, string> rendered)
    {
        var texts = ReportWords.Ordered(findings).Where(rendered.ContainsKey).Select(finding => rendered[finding]).ToList();
        if (texts.Count > 0)
        {
            Block($"### {heading}");
            texts.ForEach(Block);
        }
    }

    private static string Render(Finding finding)
    {
        var text = new StringBuilder();
        var path = finding.Path is null ? "" : MarkdownText.Code(finding.Path) + ", ";
        var place = finding.Line is null
            ? "no line"
            : $"line {ReportWords.Lines(finding)}{(finding.Side == DiffSide.Old ? " of the old side" : "")}";
        text.Append(Capitalised(finding.Severity)).Append(" (").Append(path).Append(place).Append("): **")
            .Append(string.IsNullOrWhiteSpace(finding.Title) ? "(no title)" : MarkdownText.Inline(finding.Title, 300)).Append("**\n\n").Append(MarkdownText.Paragraphs(finding.Message));
        if (!string.IsNullOrWhiteSpace(finding.Quote))
        {
            text.Append("\n\n").Append(MarkdownText.Fence(finding.Quote, 1_000));
        }

        if (!string.IsNullOrWhiteSpace(finding.Suggestion))
        {
            text.Append("\n\nSuggestion:\n\n").Append(MarkdownText.Fence(finding.Suggestion));
        }

        var models = string.Join(", ", finding.FoundBy.Take(10).Select(model => MarkdownText.Code(model, 100)));
        return text.Append("\n\n").Append(MarkdownText.Code(finding.Category, 100)).Append(", ").Append(ReportWords.Confidence(finding))
            .Append(", found by ").Append(models.Length == 0 ? "(none)" : models).Append("; checks: ").Append(ReportWords.Checks(finding.Checks)).ToString();
    }

    private static string NameWithStatus(FileReport file) =>
        $"{MarkdownText.Code(file.Path)}: {file.Status.ToString().ToLowerInvariant()}, {MarkdownText.Inline(file.Reason ?? "no reason given", 200)}";

    private void RenderList(string heading, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            return;
        }

        var left = ListShare;
        var shown = all.TakeWhile(item => (left -= item.Length + 3) >= 0).Select(item => "- " + item).ToList();
        if (shown.Count < all.Count)
        {
            shown.Add($"- and {ReportWords.Of(all.Count - shown.Count)} more");
        }

        Block($"### {heading}");
        Block(string.Join('\n', shown));
    }

    private void RenderUsage()
    {
        if (report.Usage.Count == 0)
        {
            return;
        }

        var rows = report.Usage.Take(10).Select(usage => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"| {MarkdownText.Inline(usage.Model, 60)} | {usage.Calls} | {usage.PromptTokens} | {usage.CompletionTokens} | {ReportWords.Seconds(usage.Seconds)} |"));
        Block("| Model | Calls | Prompt tokens | Completion tokens | Time |\n|---|---:|---:|---:|---:|\n" + string.Join('\n', rows));
    }

    private static string Capitalised(FindingSeverity severity) => $"**{severity}**";

    private void Block(string text) => output.Append(output.Length == 0 ? "" : "\n").Append(text).Append('\n');
}
