using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Reports;

namespace Workflows.Shared.Tests.PullRequestReview.Reports;

public class MarkdownReportTests
{
    private const int CommentLimit = 65_536;

    [Fact]
    public void A_huge_report_still_fits_into_a_comment_keeps_the_gravest_and_counts_the_rest()
    {
        var critical = Finding(0, FindingSeverity.Critical);
        var low = Enumerable.Range(1, 500).Select(number => Finding(number, FindingSeverity.Low));
        var files = new List<FileReport> { new() { Path = "a.cs", Findings = [.. low, critical] } };
        files.AddRange(Enumerable.Range(0, 500).Select(number => new FileReport
        {
            Path = new string('&', 200) + number,
            Status = FileReviewStatus.Skipped,
            Reason = new string('\u202E', 200),
        }));

        var text = new MarkdownReport(new ReviewReport { Id = "x", Summary = new string('&', 9_000), Files = files, Missing = [.. files.Select(file => file.Path)] }).Render();

        Assert.InRange(text.Length, 1, CommentLimit);
        Assert.Contains("**finding 0**", text);
        Assert.Matches(@"\d+ further findings, none graver than those above, did not fit", text);
        Assert.Matches(@"- and \d+ more", text);
    }

    [Fact]
    public void Every_report_fits_into_a_comment() => Prop.ForAll(
        ReportGenerators.Report.ToArbitrary(),
        report => new MarkdownReport(report).Render().Length < CommentLimit).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_code_fence_is_closed() => Prop.ForAll(ReportGenerators.Report.ToArbitrary(), report =>
    {
        string? open = null;
        foreach (var line in new MarkdownReport(report).Render().Split('\n'))
        {
            var run = line.TakeWhile(letter => letter == '`').Count();
            if (open is null && run >= 3 && line.EndsWith("`text", StringComparison.Ordinal))
            {
                open = new string('`', run);
            }
            else if (open is not null && line == open)
            {
                open = null;
            }
        }

        Assert.Null(open);
    }).QuickCheckThrowOnFailure();

    private static Finding Finding(int number, FindingSeverity severity) => new()
    {
        Id = "id" + number,
        Severity = severity,
        Category = "c",
        Title = "finding " + number,
        Message = new string('m', 2_000),
        Quote = new string('q', 1_000),
        Line = number + 1,
        Side = DiffSide.New,
    };
}
