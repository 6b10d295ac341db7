using System.Text.Json;
using Workflows.Simulator.Answers;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator.Tests.Answers.Tasks;

public class DebateAnswerTests
{
    private const string English = "The archive holds forty thousand letters. Scanning one letter takes two minutes. Most letters were never read. The letters are kept in a dry room.";
    private const string Korean = "기록관에는 편지 사만 통이 있다. 편지 한 통을 스캔하는 데 이 분이 걸린다. 대부분의 편지는 아무도 읽지 않았다. 편지는 건조한 방에 보관된다.";

    [Theory]
    [InlineData("thesis", "Should the letters be scanned?", English)]
    [InlineData("antithesis", "Should the letters be scanned?", English)]
    [InlineData("synthesis", "Should the letters be scanned?", English)]
    [InlineData("thesis", "편지를 스캔해야 하는가?", Korean)]
    [InlineData("synthesis", "편지를 스캔해야 하는가?", Korean)]
    public void Every_claim_cites_the_evidence_word_for_word(string task, string goal, string evidence)
    {
        JsonElement[] claims = [.. Claims(Write(task, goal, ("archive", evidence)))];

        Assert.NotEmpty(claims);
        Assert.All(claims, claim =>
        {
            JsonElement citation = Assert.Single(claim.GetProperty("citations").EnumerateArray());
            Assert.Equal("archive", citation.GetProperty("evidenceId").GetString());
            Assert.Contains(citation.GetProperty("quote").GetString()!, evidence, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_two_sides_do_not_say_the_same_where_there_is_enough_to_say()
    {
        string[] thesis = Texts(Write("thesis", "Should the letters be scanned?", ("archive", English)));
        string[] antithesis = Texts(Write("antithesis", "Should the letters be scanned?", ("archive", English)));

        Assert.Empty(thesis.Intersect(antithesis));
    }

    [Fact]
    public void A_short_Korean_sentence_is_one() =>
        Assert.Equal(["예산은 충분하다."], Texts(Write("thesis", "편지를 스캔해야 하는가?", ("budget", "예산은 충분하다. 없다."))));

    [Fact]
    public void What_is_too_long_is_cut_between_words()
    {
        string evidence = string.Join(' ', Enumerable.Repeat("archive", 100));

        string quote = Assert.Single(Texts(Write("thesis", "Should the letters be scanned?", ("archive", evidence))));

        Assert.InRange(quote.Length, 200, 300);
        Assert.EndsWith(" archive", quote, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_evidence_there_is_a_summary_and_no_claim()
    {
        JsonElement answer = Write("synthesis", "Should the letters be scanned?");

        Assert.NotEmpty(answer.GetProperty("summary").GetString()!);
        Assert.Empty(Claims(answer));
    }

    [Fact]
    public void The_synthesis_takes_up_what_both_sides_have_cited()
    {
        const string position = """{"summary":"s","claims":[{"text":"t","citations":[{"evidenceId":"archive","quote":"Most letters were never read."}]}]}""";
        string user = Section("goal", "Should they?") + Section("evidence", $"id: archive\ntitle: \n\n{English}") + Section("antithesis", position);

        Assert.Equal("Most letters were never read.", Texts(Answer("synthesis", user))[0]);
    }

    private static JsonElement Write(string task, string goal, params (string Id, string Text)[] evidence) =>
        Answer(task, Section("goal", goal) + string.Concat(evidence.Select(document => Section("evidence", $"id: {document.Id}\ntitle: \n\n{document.Text}"))));

    private static JsonElement Answer(string task, string user)
    {
        Prompt prompt = Prompt.Read([new ChatMessage("system", $"Task {task}: x"), new ChatMessage("user", user)]);
        return JsonSerializer.Deserialize<JsonElement>(AnswerWriter.Write(prompt, new ChatRequest { Model = "debate", Messages = [] }).Json!.ToJsonString());
    }

    private static string Section(string name, string text) => $"<data name=\"{name}\" id=\"ab\">\n{text}\n</data id=\"ab\">\n\n";

    private static IEnumerable<JsonElement> Claims(JsonElement answer) => answer.GetProperty("claims").EnumerateArray();

    private static string[] Texts(JsonElement answer) => [.. Claims(answer).Select(claim => claim.GetProperty("text").GetString()!)];
}
