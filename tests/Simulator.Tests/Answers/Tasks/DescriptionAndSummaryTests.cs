namespace Workflows.Simulator.Tests.Answers.Tasks;

public class DescriptionAndSummaryTests
{
    [Fact]
    public async Task P1_takes_intent_and_changes_from_the_description()
    {
        var answer = await DiffText.AskAsync("P1", ("title", "Cache prices"), ("description", "Prices are read too often.\n\n- keep prices for a minute\n- drop them on update"));

        Assert.Equal("Cache prices. Prices are read too often.", answer.GetProperty("intent").GetString());
        Assert.Equal(["keep prices for a minute", "drop them on update"], answer.GetProperty("changes").EnumerateArray().Select(item => item.GetString()!));
        Assert.Contains(answer.GetProperty("risks").EnumerateArray(), risk => risk.GetString()!.Contains("stale", StringComparison.Ordinal));
        Assert.Contains(answer.GetProperty("questions").EnumerateArray(), question => question.GetString()!.Contains("tests", StringComparison.Ordinal));
    }

    [Fact]
    public async Task P1_answers_korean_in_korean()
    {
        var answer = await DiffText.AskAsync("P1", ("title", "가격 캐시 추가"), ("description", "가격을 너무 자주 읽습니다."));

        Assert.Contains("캐시", answer.GetProperty("risks")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("테스트", answer.GetProperty("questions")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"title":"T","files":[{"path":"a.cs","findings":[{"severity":"low","title":"L"},{"severity":"critical","title":"C"}]}],"missing":[]}""", "high", "2 findings in 1 file")]
    [InlineData("""{"title":"T","files":[{"path":"a.cs","findings":[]}],"missing":["b.cs"]}""", "medium", "0 findings in 1 file")]
    [InlineData("""{"title":"T","files":[{"path":"a.cs","findings":[]}],"missing":[]}""", "low", "0 findings in 1 file")]
    [InlineData("nonsense", "low", "0 findings in 0 files")]
    public async Task P2_counts_the_findings_and_names_the_risk(string report, string risk, string headline)
    {
        var answer = await DiffText.AskAsync("P2", ("report", report));

        Assert.Equal(risk, answer.GetProperty("risk").GetString());
        Assert.StartsWith(headline, answer.GetProperty("headline").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task P2_names_the_gravest_finding_first()
    {
        var answer = await DiffText.AskAsync("P2", ("report", """{"title":"T","files":[{"path":"a.cs","findings":[{"severity":"low","title":"Small"},{"severity":"critical","title":"Grave"}]}]}"""));

        Assert.Contains("Grave (critical, a.cs); Small", answer.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }
}
