using System.Text.Json.Nodes;

namespace Workflows.Simulator.Tests.Answers.Tasks;

public class MergedFindingsTests
{
    [Fact]
    public async Task Findings_on_one_line_that_mean_the_same_become_one_of_the_higher_severity()
    {
        var merged = await MergeAsync(
            DiffText.Finding(0, 4, category: "sql-injection", severity: "high", confidence: 0.7),
            DiffText.Finding(1, 4, category: "sql-injection", severity: "critical", confidence: 0.6),
            DiffText.Finding(2, 5, category: "sql-injection"),
            DiffText.Finding(3, 4, category: "spelling", title: "Other", message: "something else entirely"));

        Assert.Equal(["0,1:critical:0.75", "2:low:0.5", "3:low:0.5"], merged);
    }

    [Fact]
    public async Task Alike_words_merge_where_categories_differ()
    {
        var merged = await MergeAsync(
            DiffText.Finding(0, 4, category: "a", title: "Error is swallowed", message: "The handler ignores the failure"),
            DiffText.Finding(1, 4, category: "b", title: "Swallowed error", message: "The handler ignores the failure here"));

        Assert.Single(merged);
    }

    [Fact]
    public async Task What_is_no_finding_is_left_out() =>
        Assert.Empty((await DiffText.AskAsync("F5", ("findings", "not json"))).GetProperty("findings").EnumerateArray());

    private static async Task<List<string>> MergeAsync(params JsonObject[] findings)
    {
        var answer = await DiffText.FindingsAsync("F5", ("findings", new JsonArray([.. findings]).ToJsonString()));
        return answer.ConvertAll(finding =>
            $"{string.Join(',', finding.GetProperty("from").EnumerateArray())}:{finding.GetProperty("severity").GetString()}:{finding.GetProperty("confidence")}");
    }
}
