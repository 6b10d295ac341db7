namespace Workflows.Simulator.Tests.Answers.Rules;

public class SurfaceRuleTests
{
    [Theory]
    [InlineData("merge-conflict", "a.cs", "+<<<<<<< HEAD", "+var text = \"<<<<<<< HEAD\";")]
    [InlineData("leftover", "a.py", "+x = 1  # TODO handle negatives", "+todo_items = load()")]
    [InlineData("leftover", "a.cs", "+// FIXME breaks on Sundays", "+var text = \"TODO\";")]
    [InlineData("disabled-test", "tests/a.cs", "+[Fact(Skip = \"flaky\")]", "+[Fact]")]
    [InlineData("disabled-test", "a.spec.ts", "+describe.only('x', () => {", "+describe('x', () => {")]
    [InlineData("suppressed-warning", "a.ts", "+// @ts-ignore", "+// ignored by design")]
    [InlineData("unfinished", "a.cs", "+    throw new NotImplementedException();", "+    throw new NotSupportedException();")]
    [InlineData("unfinished", "a.rs", "+    todo!()", "+    done!()")]
    [InlineData("commented-out-code", "a.cs", "+// var total = items.Sum();", "+// The total leaves cancelled items out.")]
    [InlineData("commented-out-code", "a.py", "+# send_mail(user)", "+# mails go out at night")]
    [InlineData("mixed-indentation", "a.c", "+  \tint x;", "+\tint x;")]
    [InlineData("spelling", "a.java", "+int recievedCount = 0;", "+int receivedCount = 0;")]
    [InlineData("spelling", "README.md", "+This is a seperate step.", "+This is a separate step.")]
    [InlineData("hard-coded-secret", "a.py", "+DB_PASSWORD = \"hunter2hunter\"", "+DB_PASSWORD = os.environ[\"DB_PASSWORD\"]")]
    [InlineData("hard-coded-secret", "a.yml", "+  url: postgres://app:s3cretpw@db/app", "+  url: postgres://db/app")]
    [InlineData("hard-coded-secret", "a.js", "+const apiKey = 'k-93f0a7b1c2';", "+const apiKey = '${API_KEY}';")]
    [InlineData("debug-output", "a.cs", "+Console.WriteLine(total);", "+logger.Total(total);")]
    [InlineData("debug-output", "a.js", "+console.log(order);", "+catalog.log(order);")]
    [InlineData("debug-output", "a.py", "+    print(rows)", "+    fingerprint(rows)")]
    [InlineData("debug-output", "a.go", "+\tfmt.Println(rows)", "+\tw.Println(rows)")]
    [InlineData("debug-output", "a.rs", "+    dbg!(rows);", "+    rows.sort();")]
    [InlineData("debug-output", "A.java", "+    e.printStackTrace();", "+    log.warn(e);")]
    [InlineData("debug-output", "a.py", "+    breakpoint()", "+    checkpoint()")]
    [InlineData("plain-http", "a.cs", "+var url = \"http://payments.acme.io/v1\";", "+var url = \"http://localhost:8080/v1\";")]
    public async Task A_line_is_found_by_its_rule_and_its_harmless_sibling_is_not(string category, string path, string bad, string good)
    {
        var findings = await DiffText.FindingsAsync("F2", ("diff", DiffText.Of(path, " first", bad)));
        var finding = Assert.Single(findings, found => found.GetProperty("category").GetString() == category);
        Assert.Equal((bad[1..].Trim(), 2, "new"), (finding.GetProperty("quote").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("side").GetString()));
        Assert.All(finding.GetProperty("message").GetString()!.Split('`').Where((_, i) => i % 2 == 1), name => Assert.Contains(name, bad, StringComparison.Ordinal));

        Assert.DoesNotContain(await DiffText.FindingsAsync("F2", ("diff", DiffText.Of(path, " first", good))), found => found.GetProperty("category").GetString() == category);
    }

    [Fact]
    public async Task Long_lines_are_found_in_code()
    {
        var findings = await DiffText.FindingsAsync("F2", ("diff", DiffText.Of("a.cs", "+var x = " + new string('a', 160) + ";", "+var y = 1;")));

        Assert.Equal("long-line", Assert.Single(findings).GetProperty("category").GetString());
    }

    [Fact]
    public async Task Only_added_lines_are_looked_at()
    {
        Assert.Empty(await DiffText.FindingsAsync("F2", ("diff", DiffText.Of("a.js", "-console.log(a)", " console.log(b)", "+send(c)"))));
    }
}
