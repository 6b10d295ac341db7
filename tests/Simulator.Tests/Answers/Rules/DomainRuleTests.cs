namespace Workflows.Simulator.Tests.Answers.Rules;

public class DomainRuleTests
{
    [Theory]
    [InlineData("- never use `DateTime.Now`", "+var now = DateTime.Now;", 1)]
    [InlineData("- do not call `eval`", "+retrieval(x)", 0)]
    [InlineData("- `double` 사용 금지", "+double price = 1;", 1)]
    [InlineData("never use `DateTime.Now`", "+var now = DateTime.Now;", 0)]
    [InlineData("- never use DateTime.Now", "+var now = DateTime.Now;", 0)]
    [InlineData("- always pass `cancellationToken` to `SendAsync`", "+await SendAsync(message);", 1)]
    [InlineData("- always pass `cancellationToken` to `SendAsync`", "+await SendAsync(message, cancellationToken);", 0)]
    [InlineData("- always pass `cancellationToken` to `SendAsync`", "+Write(message);", 0)]
    [InlineData("- files must carry `Copyright Acme`", "+namespace Acme;", 1)]
    [InlineData("- files must carry `Copyright Acme`", "+// Copyright Acme", 0)]
    public async Task A_rule_is_checked_literally_against_the_added_lines(string rule, string line, int count)
    {
        var findings = await DiffText.FindingsAsync("F4", ("rules", rule), ("diff", DiffText.Of("a.cs", line)));

        Assert.Equal(count, findings.Count);
        Assert.All(findings, finding => Assert.Equal(("domain-rule", line[1..]), (finding.GetProperty("category").GetString(), finding.GetProperty("quote").GetString())));
    }

    [Fact]
    public async Task Without_rules_there_is_nothing_to_find() =>
        Assert.Empty(await DiffText.FindingsAsync("F4", ("diff", DiffText.Of("a.cs", "+var now = DateTime.Now;"))));
}
