namespace Workflows.Simulator.Tests.Answers.Rules;

public class IntentRuleTests
{
    [Theory]
    [InlineData("Tidy the parser", 1)]
    [InlineData("Remove ParseLine, nobody calls it", 0)]
    [InlineData("Drop the parsing of a line: parse_line is gone, line by line parse too", 0)]
    public async Task A_removed_public_function_is_found_unless_the_intent_names_it(string title, int count)
    {
        var findings = await DiffText.FindingsAsync("F1", ("title", title), ("diff", DiffText.Of("a.cs", "-public string ParseLine(string text)", "+// shorter")));

        Assert.Equal(count, findings.Count);
        Assert.All(findings, finding => Assert.Equal("old", finding.GetProperty("side").GetString()));
    }

    [Fact]
    public async Task A_private_function_may_go_without_a_word() =>
        Assert.Empty(await DiffText.FindingsAsync("F1", ("title", "Tidy"), ("diff", DiffText.Of("a.cs", "-private string ParseLine(string text)"))));

    [Fact]
    public async Task A_removed_test_is_found_unless_the_intent_speaks_of_tests()
    {
        var diff = DiffText.Of("tests/a.py", "-def test_negative_amounts():", "-    assert pay(-1) is None");

        Assert.Contains(await DiffText.FindingsAsync("F1", ("title", "Speed up"), ("diff", diff)), finding => finding.GetProperty("category").GetString() == "removed-test");
        Assert.DoesNotContain(await DiffText.FindingsAsync("F1", ("title", "Remove obsolete tests"), ("diff", diff)), finding => finding.GetProperty("category").GetString() == "removed-test");
    }

    [Theory]
    [InlineData("-const retries = 3;", "+const retries = 30;", "Rename the logger", 1)]
    [InlineData("-const retries = 3;", "+const retries = 30;", "More retries against the flaky gateway", 0)]
    [InlineData("-if (age >= limit) {", "+if (age > limit) {", "Rename the logger", 1)]
    [InlineData("-if (age >= limit) {", "+if (age  >=  limit) {", "Rename the logger", 1)]
    [InlineData("-const name = first;", "+const name = last;", "Rename the logger", 0)]
    public async Task A_changed_number_or_comparison_is_found_unless_the_intent_names_it(string removed, string added, string title, int count)
    {
        var findings = await DiffText.FindingsAsync("F1", ("intent", title), ("diff", DiffText.Of("a.js", removed, added)));

        Assert.Equal(added.Contains("  ", StringComparison.Ordinal) ? 0 : count, findings.Count);
    }

    [Fact]
    public async Task A_changed_signature_is_found_unless_the_intent_names_it()
    {
        var diff = DiffText.Of("a.go", "-func Load(path string) error {", "+func Load(path string, strict bool) error {");

        Assert.Equal("unmentioned-change", Assert.Single(await DiffText.FindingsAsync("F1", ("title", "Tidy"), ("diff", diff))).GetProperty("category").GetString());
        Assert.Empty(await DiffText.FindingsAsync("F1", ("title", "Load takes strict"), ("diff", diff)));
    }
}
