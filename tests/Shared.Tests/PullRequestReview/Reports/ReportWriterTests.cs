using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Reports;

namespace Workflows.Shared.Tests.PullRequestReview.Reports;

public class ReportWriterTests
{
    private const string Folder = "PullRequestReview/Reports";

    [Theory]
    [InlineData(ReviewReportFormat.Text, "report.txt")]
    [InlineData(ReviewReportFormat.Markdown, "report.md")]
    [InlineData(ReviewReportFormat.Json, "report.json")]
    [InlineData(ReviewReportFormat.Sarif, "report.sarif")]
    public void The_sample_report_is_written_as_its_golden_file(ReviewReportFormat format, string file) =>
        GoldenFile.Matches(Write(SampleReport.Create(), format), Folder, file);

    [Theory]
    [InlineData(ReviewReportFormat.Text)]
    [InlineData(ReviewReportFormat.Markdown)]
    [InlineData(ReviewReportFormat.Json)]
    [InlineData(ReviewReportFormat.Sarif)]
    public void The_smallest_report_can_be_written(ReviewReportFormat format) =>
        Assert.EndsWith("\n", Write(new ReviewReport { Id = "x" }, format));

    [Theory]
    [InlineData(ReviewReportFormat.Text)]
    [InlineData(ReviewReportFormat.Markdown)]
    [InlineData(ReviewReportFormat.Json)]
    [InlineData(ReviewReportFormat.Sarif)]
    public void No_format_lets_a_control_character_or_a_direction_override_through(ReviewReportFormat format) =>
        Prop.ForAll(ReportGenerators.Report.ToArbitrary(), report => Write(report, format)
            .All(letter => letter is '\n' || (!char.IsControl(letter) && letter is not ('\u202E' or '\u2066' or '\u2028')))).QuickCheckThrowOnFailure();

    [Fact]
    public void Simulated_answers_are_labelled_in_every_format()
    {
        foreach (var format in Enum.GetValues<ReviewReportFormat>())
        {
            Assert.Contains("simulated", Write(SampleReport.Create(), format), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void An_unknown_format_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(SampleReport.Create(), (ReviewReportFormat)9));

    private static string Write(ReviewReport report, ReviewReportFormat format)
    {
        using var writer = new StringWriter();
        ReportWriter.Write(report, format, writer);
        return writer.ToString();
    }
}
