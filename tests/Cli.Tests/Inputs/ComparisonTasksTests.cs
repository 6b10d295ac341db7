using FsCheck;
using FsCheck.Fluent;
using Workflows.Cli.Debates;
using Workflows.Cli.Inputs;

namespace Workflows.Cli.Tests.Inputs;

public sealed class ComparisonTasksTests
{
    [Fact]
    public async Task Blank_lines_are_passed_over_and_a_task_without_an_id_is_named_for_its_line()
    {
        using TestCli cli = new();

        IReadOnlyList<ComparisonTask> tasks = await ReadAsync(cli.File("tasks.jsonl", "\uFEFF\r\n{\"goal\": \"Is it so?\"}\r\n  \n{\"goal\": \"그런가?\", \"id\": \"second\", \"complexity\": 3}"));

        Assert.Equal([("line 2", "Is it so?"), ("second", "그런가?")], tasks.Select(task => (task.Name, task.Request.Goal)));
        Assert.Equal([null, 3], tasks.Select(task => task.Request.Complexity));
    }

    [Fact]
    public async Task Evidence_files_lie_beside_the_tasks_and_come_after_the_evidence_in_the_line()
    {
        using TestCli cli = new();
        Directory.CreateDirectory(Path.Combine(cli.Folder, "docs"));
        cli.File(Path.Combine("docs", "one letter.md"), "One.");
        cli.File("two.txt", "Two.");

        ComparisonTask task = Assert.Single(await ReadAsync(cli.File("tasks.jsonl", """{"goal": "Is it so?", "evidence": [{"id": "zero", "text": "Zero."}], "evidenceFiles": ["docs", "two.txt"]}""")));

        Assert.Equal([("zero", "Zero."), ("one-letter.md", "One."), ("two.txt", "Two.")], task.Request.Evidence.Select(document => (document.Id, document.Text)));
    }

    [Theory]
    [InlineData("{", "line 1 is no JSON (at character 2); a task is {\"goal\": text")]
    [InlineData("[]", "line 1: it is no JSON object; a task is")]
    [InlineData("null", "line 1: it is no JSON object; a task is")]
    [InlineData("{}", "line 1: goal: The goal is missing or empty")]
    [InlineData("{\"goal\": 7}", "line 1: goal is not what it must be; a task is")]
    [InlineData("{\"goal\": \"a\", \"goal\": \"b\"}", "line 1 is no JSON")]
    [InlineData("{\"goal\": \"\\ud800\"}", "line 1")]
    [InlineData("{\"goal\": \"a\", \"evidenceFiles\": [\"\\ud800\"]}", "line 1: it has an escape")]
    [InlineData("{\"goal\": \"a\", \"mode\": \"parallel\"}", "line 1: mode: both modes run; leave it out")]
    [InlineData("{\"goal\": \"a\", \"evidences\": []}", "line 1: 'evidences' is no field of a task; a task is")]
    [InlineData("{\"goal\": \"a\", \"complexity\": 11}", "line 1: complexity: The complexity is a whole number from 1 to 10")]
    [InlineData("{\"goal\": \"a\", \"id\": \"a b\"}", "line 1: id: An id has 1 to 100 letters")]
    [InlineData("{\"goal\": \"a\", \"evidence\": [{\"id\": \"a\"}]}", "line 1: evidence[0].text: The text is missing or empty")]
    [InlineData("{\"goal\": \"a\", \"evidenceFiles\": \"a.txt\"}", "line 1: evidenceFiles: give a list of paths, relative to the tasks' file")]
    [InlineData("{\"goal\": \"a\", \"evidenceFiles\": [null]}", "line 1: evidenceFiles: give a list of paths")]
    [InlineData("{\"goal\": \"a\", \"evidenceFiles\": [\"nowhere.txt\"]}", "line 1: evidenceFiles: there is no file ")]
    [InlineData("\n{\"goal\": \"a\", \"id\": \"x\"}\n{\"goal\": \"b\", \"id\": \"x\"}", "line 3: id: 'x' is the id of line 2 too; give another one")]
    [InlineData("{\"goal\": \"a\"}\n{}\n{}\n[]", "line 2: goal: The goal is missing or empty; lines 3, 4 cannot be used either")]
    [InlineData(" \n ", ": there are no tasks; give one JSON object a line: a task is")]
    public async Task What_is_wrong_is_named_with_its_line_and_a_remedy(string lines, string fault)
    {
        using TestCli cli = new();
        string file = cli.File("tasks.jsonl", lines);

        CliException refusal = await Assert.ThrowsAsync<CliException>(() => ReadAsync(file));

        Assert.Equal(ExitCode.BadUsage, refusal.ExitCode);
        Assert.StartsWith(file, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_tasks_than_a_comparison_takes_are_refused()
    {
        using TestCli cli = new();
        string file = cli.File("tasks.jsonl", string.Join('\n', Enumerable.Repeat("""{"goal": "Is it so?"}""", ComparisonTasks.Most + 1)));

        CliException refusal = await Assert.ThrowsAsync<CliException>(() => ReadAsync(file));

        Assert.EndsWith("there are 1,001 tasks; a comparison takes at most 1,000: split the file", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_samples_can_be_used_as_they_are()
    {
        IReadOnlyList<ComparisonTask> tasks = await ReadAsync(Path.Combine(AppContext.BaseDirectory, "samples", "debates.jsonl"));

        Assert.Equal(["letters", "volunteers", "queue", "refunds", "night-shift", "bridge"], tasks.Select(task => task.Name));
        Assert.All(tasks, task => Assert.NotEmpty(task.Request.Evidence));
    }

    [Fact]
    public void A_spoilt_line_is_read_or_refused_in_one_line_and_nothing_else()
    {
        const string Whole = """{"goal": "Is it so?", "plan": "p", "context": null, "complexity": 3, "evidence": [{"id": "a", "title": "t", "text": "It is \u00e9."}], "evidenceFiles": [], "id": "x"}""";
        using TestCli cli = new();
        Gen<string> spoilt = from at in Gen.Choose(0, Whole.Length - 1) from length in Gen.Choose(0, 12) from put in Gen.Elements("", "\"", "}", "[", "\\", "\\ud800", "null", "1e9", ",", "\0", "한") select string.Concat(Whole.AsSpan(0, at), put, Whole.AsSpan(Math.Min(Whole.Length, at + length)));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(spoilt.ToArbitrary(), line =>
        {
            string file = cli.File("tasks.jsonl", line);
            return Record.Exception(() => ReadAsync(file).GetAwaiter().GetResult()) is null or CliException { ExitCode: ExitCode.BadUsage };
        }));
    }

    private static Task<IReadOnlyList<ComparisonTask>> ReadAsync(string file) => ComparisonTasks.ReadAsync(file, TestContext.Current.CancellationToken);
}
