using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Shared.Tests.PullRequestReview;

public class ReviewJsonTests
{
    [Fact]
    public void A_report_survives_JSON()
    {
        Prop.ForAll(ReportGenerators.Report.ToArbitrary(), report =>
        {
            var json = JsonSerializer.Serialize(report, ReviewJson.Options);
            var back = JsonSerializer.Deserialize<ReviewReport>(json, ReviewJson.Options);
            Assert.Equivalent(report, back, strict: true);
            Assert.Equal(json, JsonSerializer.Serialize(back, ReviewJson.Options));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_report_survives_the_JSON_of_a_durable_store_with_default_options()
    {
        var report = SampleReport.Create();

        var back = JsonSerializer.Deserialize<ReviewReport>(JsonSerializer.Serialize(report));

        Assert.Equivalent(report, back, strict: true);
    }

    [Fact]
    public void A_report_has_exactly_the_documented_members()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(SampleReport.Create(), ReviewJson.Options));
        var root = json.RootElement;

        Assert.Equal(
            ["id", "status", "simulated", "summary", "description", "files", "crossFile", "missing", "usage", "seconds"],
            NamesOf(root));
        Assert.Equal(["title", "intent", "changes", "risks", "questions"], NamesOf(root.GetProperty("description")));
        Assert.Equal(["model", "calls", "promptTokens", "completionTokens", "seconds"], NamesOf(root.GetProperty("usage")[0]));
        Assert.Equal(["path", "status", "findings", "seconds"], NamesOf(root.GetProperty("files")[0]));
        Assert.Equal(["path", "oldPath", "status", "reason", "findings", "seconds"], NamesOf(root.GetProperty("files")[1]));
        Assert.Equal(
            ["id", "severity", "category", "title", "message", "line", "endLine", "side", "quote", "suggestion", "confidence", "foundBy", "checks"],
            NamesOf(root.GetProperty("files")[0].GetProperty("findings")[1]));
        Assert.Equal(
            ["id", "severity", "category", "title", "message", "quote", "confidence", "foundBy", "checks"],
            NamesOf(root.GetProperty("files")[1].GetProperty("findings")[0]));
        Assert.Equal("src/Upload/Caller.cs", root.GetProperty("crossFile")[0].GetProperty("path").GetString());
    }

    [Fact]
    public void Enums_are_lower_case_words()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(SampleReport.Create(), ReviewJson.Options));
        var file = json.RootElement.GetProperty("files")[0];
        var finding = file.GetProperty("findings")[1];

        Assert.Equal("partial", json.RootElement.GetProperty("status").GetString());
        Assert.Equal("reviewed", file.GetProperty("status").GetString());
        Assert.Equal("critical", finding.GetProperty("severity").GetString());
        Assert.Equal("new", finding.GetProperty("side").GetString());
        Assert.Equal("""{"accuracy":"passed","location":"passed","suggestion":"failed","hallucination":"unchecked"}""", finding.GetProperty("checks").GetRawText());
    }

    [Fact]
    public void Text_of_all_scripts_is_readable_and_what_steers_a_terminal_is_escaped()
    {
        var json = JsonSerializer.Serialize("업로드 数据 \u001b[31m \u202E \u2066 \u200B <b>", ReviewJson.Options);

        Assert.Equal("\"업로드 数据 \\u001B[31m \\u202E \\u2066 \\u200B \\u003Cb\\u003E\"", json);
    }

    [Fact]
    public void A_request_survives_JSON()
    {
        var request = new ReviewRequest { Diff = "diff --git a/x b/x\n", Title = "t", Rules = "- one", Source = "-" };

        Assert.Equal(request, JsonSerializer.Deserialize<ReviewRequest>(JsonSerializer.Serialize(request, ReviewJson.Options), ReviewJson.Options));
    }

    private static string[] NamesOf(JsonElement value) => [.. value.EnumerateObject().Select(property => property.Name)];
}
