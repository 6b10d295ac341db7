using System.Text.Json;
using Workflows.Cli.Tests.Debates;

namespace Workflows.Cli.Tests.Commands;

public sealed class DebateAbCommandTests
{
    private const string Letters = $$"""{"id": "letters", "goal": "Should the letters be scanned?", "evidence": [{"id": "archive", "text": "{{PersonaModels.Evidence}} Most were never read."}]}""";
    private const string Budget = """{"goal": "예산을 늘려야 하는가?", "evidenceFiles": ["budget.txt"]}""";

    [Fact]
    public async Task As_text_both_modes_stand_side_by_side_and_the_simulator_is_named()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        Assert.Equal(ExitCode.Done, await CompareAsync(cli, Tasks(cli), "--runs", "2"));

        string[] lines = cli.Output.Split('\n');
        Assert.Equal("2 tasks, 2 runs, 8 debates; answered by the simulator, not by a model", lines[0]);
        Assert.Equal(["parallel", "sequential", "parallel", "-", "sequential"], lines[3].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("4 of 4, 100.0 % [51.0 to 100.0]", cli.Output, StringComparison.Ordinal);
        Assert.Contains(cli.ErrorLines, line => line.Contains("answered by the simulator", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_JSON_every_debate_is_there_and_each_pair_has_both_modes()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        Assert.Equal(ExitCode.Done, await CompareAsync(cli, Tasks(cli), "--format", "json"));

        JsonElement report = JsonSerializer.Deserialize<JsonElement>(cli.Output);
        Assert.Equal(["confidence", "tasks", "runs", "simulated", "parallel", "sequential", "difference", "debates"], Names(report));
        Assert.Equal(["debates", "latency", "gatePassRate", "fallbackRate", "failureRate"], Names(report.GetProperty("parallel")));
        Assert.Equal(["samples", "mean", "p50", "p95", "worst"], Names(report.GetProperty("sequential").GetProperty("latency")));
        Assert.Equal(["value", "low", "high"], Names(report.GetProperty("parallel").GetProperty("latency").GetProperty("mean")));
        Assert.Equal(["count", "of", "value", "low", "high"], Names(report.GetProperty("parallel").GetProperty("gatePassRate")));
        Assert.Equal(["pairs", "value", "low", "high"], Names(report.GetProperty("difference").GetProperty("meanLatency")));
        Assert.Equal(
            ["letters parallel", "letters sequential", "line 2 parallel", "line 2 sequential"],
            report.GetProperty("debates").EnumerateArray().Select(debate => $"{debate.GetProperty("task").GetString()} {debate.GetProperty("mode").GetString()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_bar_moves_with_each_debate_that_ends()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        await CompareAsync(cli, Tasks(cli), "--concurrency", "2");

        Assert.Contains(cli.ErrorLines, line => line.Contains("0 % (0 of 4) comparing", StringComparison.Ordinal));
        Assert.Contains(cli.ErrorLines, line => line.Contains("100 % (4 of 4) completed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_command_again_asks_no_model_and_gives_the_same_report()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };
        string tasks = Tasks(cli);
        await CompareAsync(cli, tasks, "--format", "json");
        PersonaModels models = new();
        using TestCli again = new() { Hosts = new AppHosts { Models = models } };

        Assert.Equal(ExitCode.Done, await CompareInAsync(again, tasks, Data(cli), "--format", "json"));

        Assert.Equal((0, cli.Output), (models.Asked, again.Output));
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_keeps_what_has_ended_and_begins_the_interrupted_debate_again()
    {
        PersonaModels models = new() { Answers = 3 };
        using TestCli cli = new() { Hosts = new AppHosts { Models = models } };
        string tasks = cli.File("tasks.jsonl", Letters);
        Task<int> stopped = CompareAsync(cli, tasks, "--runs", "2");
        await models.Silent.WaitAsync(TestContext.Current.CancellationToken);
        cli.Stop();
        Assert.Equal(ExitCode.Stopped, await stopped);
        PersonaModels rest = new();
        using TestCli again = new() { Hosts = new AppHosts { Models = rest } };

        Assert.Equal(ExitCode.Done, await CompareInAsync(again, tasks, Data(cli), "--runs", "2", "--format", "json"));

        Assert.EndsWith("stopped after 1 of 4 debates, which are kept; the comparison goes on when the same command is given again without --new", cli.ErrorLines[^1], StringComparison.Ordinal);
        string[] ids = [.. JsonSerializer.Deserialize<JsonElement>(again.Output).GetProperty("debates").EnumerateArray().Select(debate => debate.GetProperty("id").GetString()!)];
        Assert.Equal([false, true, false, false], ids.Select(id => id.EndsWith("-2", StringComparison.Ordinal)));
        Assert.InRange(rest.Asked, 9, 12);
    }

    [Fact]
    public async Task New_starts_afresh_and_is_what_the_command_without_it_goes_on_with()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };
        string tasks = cli.File("tasks.jsonl", Letters);
        await CompareAsync(cli, tasks, "--format", "json");
        using TestCli afresh = new() { Hosts = new AppHosts() };
        await CompareInAsync(afresh, tasks, Data(cli), "--format", "json", "--new");
        using TestCli again = new() { Hosts = new AppHosts { Models = new PersonaModels { Answers = 0 } } };

        Assert.Equal(ExitCode.Done, await CompareInAsync(again, tasks, Data(cli), "--format", "json"));

        Assert.NotEqual(cli.Output, afresh.Output);
        Assert.Equal(afresh.Output, again.Output);
    }

    [Fact]
    public async Task Debates_that_fail_are_counted_and_named_and_answer_1()
    {
        using TestCli cli = new() { Hosts = new AppHosts { Models = new PersonaModels { Failing = "synthesis" } } };

        Assert.Equal(ExitCode.Failed, await CompareAsync(cli, cli.File("tasks.jsonl", Letters)));

        Assert.Contains("0 of 1, 0.0 %", cli.Output, StringComparison.Ordinal);
        Assert.Contains("  letters, run 1, parallel: failed: ", cli.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 of 2 debates failed; the report says why", cli.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--runs: '0' is no whole number from 1 to 1,000", "--runs", "0")]
    [InlineData("--concurrency: 'many' is no whole number from 1 to 100", "--concurrency", "many")]
    [InlineData("--format: 'markdown' is neither text nor json", "--format", "markdown")]
    public async Task What_cannot_be_used_is_refused_before_anything_starts(string fault, params string[] options)
    {
        using TestCli cli = new();

        Assert.Contains(fault, await cli.RefusalAsync(["debate-ab", cli.File("tasks.jsonl", Letters), .. options]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_debates_than_a_comparison_has_are_refused()
    {
        using TestCli cli = new();
        string tasks = cli.File("tasks.jsonl", string.Join('\n', Enumerable.Repeat("""{"goal": "Is it so?"}""", 6)));

        Assert.Contains("1,000 runs of 6 tasks in both modes are 12,000 debates; a comparison has at most 10,000", await cli.RefusalAsync("debate-ab", tasks, "--runs", "1000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_help_has_examples()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("debate-ab", "--help"));

        Assert.Contains("workflows debate-ab samples/debates.jsonl --runs 20", cli.Output, StringComparison.Ordinal);
    }

    private static string Tasks(TestCli cli)
    {
        cli.File("budget.txt", "예산은 반 사람의 자리를 한 해 동안 지급합니다. 스캐너는 열여덟 달 전에 샀습니다.");
        return cli.File("tasks.jsonl", $"{Letters}\n{Budget}\n");
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private static string Data(TestCli cli) => Path.Combine(cli.Folder, "data");

    private static Task<int> CompareAsync(TestCli cli, string tasks, params string[] more) => CompareInAsync(cli, tasks, Data(cli), more);

    private static Task<int> CompareInAsync(TestCli cli, string tasks, string data, params string[] more) =>
        cli.RunAsync(["debate-ab", tasks, "--data", data, "--time-scale", "5", .. more]);
}
