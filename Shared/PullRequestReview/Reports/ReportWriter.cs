using System.Text.Json;

namespace Workflows.Shared.PullRequestReview.Reports;

/// <summary>Writes reports.</summary>
public static class ReportWriter
{
    /// <summary>
    /// Writes a report. The same report gives the same text on every machine: lines end in <c>\n</c>, numbers are written the same
    /// everywhere, and the last line is ended.
    /// </summary>
    /// <param name="report">The report; its texts are not trusted.</param>
    /// <param name="format">The form.</param>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such form.</exception>
    public static void Write(ReviewReport report, ReviewReportFormat format, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(format switch
        {
            ReviewReportFormat.Text => new TextReport(report).Render(),
            ReviewReportFormat.Markdown => new MarkdownReport(report).Render(),
            ReviewReportFormat.Json => JsonSerializer.Serialize(report, ReviewJson.Indented) + "\n",
            ReviewReportFormat.Sarif => SarifReport.Render(report) + "\n",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such form of a report."),
        });
    }
}
