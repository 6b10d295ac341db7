using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Reports;

namespace Workflows.Shared.Tests.PullRequestReview.Reports;

public class SarifReportTests
{
    [Fact]
    public void Every_report_has_the_required_shape_of_SARIF() =>
        Prop.ForAll(ReportGenerators.Report.ToArbitrary(), report => Assert.Empty(SarifShape.Check(SarifReport.Render(report)))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\"2.1.0\"", "\"2.0.0\"")]
    [InlineData("\"level\": \"error\"", "\"level\": \"fatal\"")]
    [InlineData("\"ruleIndex\": 3", "\"ruleIndex\": 30")]
    [InlineData("\"endLine\": 44", "\"endLine\": 4")]
    [InlineData("\"startLine\": 42", "\"startLine\": 0")]
    [InlineData("\"uri\": \"src/Upload", "\"uri\": \"/src/Upload")]
    [InlineData("\"uri\": \"src/Upload", "\"uri\": \"src/Up load")]
    [InlineData("\"columnKind\": \"utf16CodeUnits\"", "\"columnKind\": \"bytes\"")]
    public void The_shape_check_itself_sees_what_is_wrong(string right, string wrong)
    {
        var json = SarifReport.Render(SampleReport.Create());

        Assert.Contains(right, json);
        Assert.NotEmpty(SarifShape.Check(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_finding_on_the_new_side_has_a_region_with_its_lines_and_quotation()
    {
        var region = PlaceOf("3b1c").GetProperty("region");

        Assert.Equal(42, region.GetProperty("startLine").GetInt32());
        Assert.Equal(44, region.GetProperty("endLine").GetInt32());
        Assert.Equal("    logger.LogInformation(\"{Request}\", request);", region.GetProperty("snippet").GetProperty("text").GetString());
    }

    [Fact]
    public void A_finding_on_the_old_side_has_its_file_but_no_region_and_tells_its_side()
    {
        Assert.False(PlaceOf("11d0").TryGetProperty("region", out _));
        var properties = ResultOf("11d0").GetProperty("properties");
        Assert.Equal("old", properties.GetProperty("side").GetString());
        Assert.Equal(30, properties.GetProperty("oldLine").GetInt32());
    }

    [Fact]
    public void A_finding_without_a_line_has_its_file_but_no_region() => Assert.False(PlaceOf("c4d2").TryGetProperty("region", out _));

    [Fact]
    public void A_path_is_percent_encoded_by_segment() => Assert.Equal(
        "%EB%AC%B8%EC%84%9C/%EC%97%85%EB%A1%9C%EB%93%9C%20%EC%95%88%EB%82%B4.md",
        PlaceOf("c4d2").GetProperty("artifactLocation").GetProperty("uri").GetString());

    [Theory]
    [InlineData("3b1c", "error")]
    [InlineData("11d0", "error")]
    [InlineData("c4d2", "warning")]
    [InlineData("90aa", "note")]
    public void Severities_become_levels(string id, string level) => Assert.Equal(level, ResultOf(id).GetProperty("level").GetString());

    [Fact]
    public void Simulated_answers_are_marked_on_the_run_and_on_every_result()
    {
        Assert.True(Run().GetProperty("properties").GetProperty("simulated").GetBoolean());
        Assert.True(ResultOf("90aa").GetProperty("properties").GetProperty("simulated").GetBoolean());
    }

    [Fact]
    public void A_failed_review_is_an_unsuccessful_execution()
    {
        var run = Parse(SampleReport.Create() with { Status = ReviewStatus.Failed });

        Assert.False(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void Outside_text_cannot_make_a_link_in_a_message() =>
        Assert.DoesNotContain("](", ResultOf("66ff").GetProperty("message").GetProperty("text").GetString());

    private static JsonElement Run() => Parse(SampleReport.Create());

    private static JsonElement Parse(ReviewReport report)
    {
        using var document = JsonDocument.Parse(SarifReport.Render(report));
        return document.RootElement.GetProperty("runs")[0].Clone();
    }

    private static JsonElement ResultOf(string id) => Run().GetProperty("results").EnumerateArray()
        .Single(result => result.GetProperty("partialFingerprints").GetProperty("workflows/v1").GetString() == id);

    private static JsonElement PlaceOf(string id) => ResultOf(id).GetProperty("locations")[0].GetProperty("physicalLocation");
}
