using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Reports;

namespace Workflows.Cli.Output;

/// <summary>Where a report of a review goes, and in which form.</summary>
internal sealed class ReportOutput(OutputPlace place, ReviewReportFormat format)
{
    /// <summary>Checks the file's place before anything runs.</summary>
    /// <param name="file">The file; null or <c>-</c>: standard output.</param>
    /// <param name="format">The form.</param>
    /// <param name="services">The streams.</param>
    /// <exception cref="CliException">No file can be written there.</exception>
    public static ReportOutput Prepare(string? file, ReviewReportFormat format, CliServices services) => new(OutputPlace.Prepare(file, services), format);

    /// <summary>Writes the report: to a file whole or not at all.</summary>
    /// <exception cref="CliException">The file cannot be written.</exception>
    public async Task WriteAsync(ReviewReport report)
    {
        using StringWriter text = new();
        ReportWriter.Write(report, format, text);
        await place.WriteAsync(text.ToString(), $"The report is kept: print it with: workflows resume {report.Id}");
    }
}
