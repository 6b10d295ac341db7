using Workflows.Shared.Debate;

namespace Workflows.Shared.Tests.Debate;

public sealed class DebateRulesTests
{
    private static DebateRequest Good => new() { Goal = "Should the letters be scanned?", Evidence = [Document("archive")] };

    [Fact]
    public void Everything_at_its_longest_is_taken() => Assert.Null(DebateRules.Check(new DebateRequest
    {
        Goal = new string('g', DebateRules.LongestGoal),
        Plan = new string('p', DebateRules.LongestPlan),
        Context = new string('c', DebateRules.LongestContext),
        Complexity = 10,
        Evidence = [.. Enumerable.Range(0, DebateRules.MostDocuments).Select(number => new EvidenceDocument { Id = $"d{number}", Text = new string('t', DebateRules.LongestEvidence / DebateRules.MostDocuments) })],
    }));

    [Theory]
    [InlineData("", "goal")]
    [InlineData(" \n", "goal")]
    public void A_goal_is_needed(string goal, string field) => Assert.Equal(field, DebateRules.Check(Good with { Goal = goal })?.Field);

    [Fact]
    public void What_is_too_long_is_named_with_its_bound()
    {
        Assert.Equal(("goal", "The goal is longer than 8,000 characters."), DebateRules.Check(Good with { Goal = new string('g', DebateRules.LongestGoal + 1) }));
        Assert.Equal(("plan", "The plan is longer than 20,000 characters."), DebateRules.Check(Good with { Plan = new string('g', DebateRules.LongestPlan + 1) }));
        Assert.Equal(("context", "The context is longer than 40,000 characters."), DebateRules.Check(Good with { Context = new string('g', DebateRules.LongestContext + 1) }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void A_complexity_is_from_1_to_10(int complexity) => Assert.Equal("complexity", DebateRules.Check(Good with { Complexity = complexity })?.Field);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("문서")]
    [InlineData("a\nid: b")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123x")]
    public void A_documents_id_cannot_break_out_of_a_prompt(string id) =>
        Assert.Equal("evidence[1].id", DebateRules.Check(Good with { Evidence = [Document("archive"), Document(id)] })?.Field);

    [Fact]
    public void Two_documents_of_one_id_are_refused() =>
        Assert.Equal(("evidence[1].id", "The id 'archive' is that of another evidence document too."), DebateRules.Check(Good with { Evidence = [Document("archive"), Document("archive")] }));

    [Fact]
    public void Too_much_evidence_is_refused()
    {
        Assert.Equal("evidence", DebateRules.Check(Good with { Evidence = [.. Enumerable.Range(0, DebateRules.MostDocuments + 1).Select(number => Document($"d{number}"))] })?.Field);
        Assert.Equal("evidence", DebateRules.Check(Good with { Evidence = [Document("archive") with { Text = new string('t', DebateRules.LongestEvidence + 1) }] })?.Field);
        Assert.Equal("evidence[0].title", DebateRules.Check(Good with { Evidence = [Document("archive") with { Title = new string('t', 501) }] })?.Field);
        Assert.Equal("evidence[0].text", DebateRules.Check(Good with { Evidence = [Document("archive") with { Text = " " }] })?.Field);
    }

    private static EvidenceDocument Document(string id) => new() { Id = id, Text = "Some text." };
}
