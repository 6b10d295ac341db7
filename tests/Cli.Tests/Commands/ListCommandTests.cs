using System.Text.Json;
using Workflows.Cli.Runs;

namespace Workflows.Cli.Tests.Commands;

public sealed class ListCommandTests
{
    private static readonly DateTimeOffset Start = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    [Fact]
    public async Task Text_has_a_line_a_run()
    {
        using TestCli cli = new();
        cli.Runs.Heads.Add(new RunHead("review-1", RunStatus.Running, Start, Start.AddSeconds(2)));
        cli.Runs.Heads.Add(new RunHead("review-22", RunStatus.Completed, Start, Start.AddSeconds(3)));

        Assert.Equal(ExitCode.Done, await cli.RunAsync("list"));

        Assert.Equal(
            """
            review-1   running     started 2026-02-03 04:05:06Z  updated 2026-02-03 04:05:08Z
            review-22  completed   started 2026-02-03 04:05:06Z  updated 2026-02-03 04:05:09Z

            """,
            cli.Output);
        Assert.Equal((null, 20), cli.Runs.Asked);
    }

    [Fact]
    public async Task Status_and_limit_are_asked_for()
    {
        using TestCli cli = new();

        await cli.RunAsync("list", "--status", "failed", "--limit", "5");

        Assert.Equal((RunStatus.Failed, 5), cli.Runs.Asked);
    }

    [Fact]
    public async Task Json_is_a_list()
    {
        using TestCli cli = new();
        cli.Runs.Heads.Add(new RunHead("review-1", RunStatus.Queued, Start, Start));

        await cli.RunAsync("list", "--format", "json");

        using JsonDocument answer = JsonDocument.Parse(cli.Output);
        Assert.Equal("queued", answer.RootElement[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_folder_without_a_data_file_has_no_runs_yet()
    {
        using TestCli cli = new() { Runs = new FakeRuns { FolderIsEmpty = true } };

        Assert.Equal(ExitCode.Done, await cli.RunAsync("list", "--data", "nowhere"));

        Assert.Equal("", cli.Output);
        Assert.Equal("workflows: no runs yet in nowhere", Assert.Single(cli.ErrorLines));
    }

    [Theory]
    [InlineData("--status", "done")]
    [InlineData("--limit", "0")]
    [InlineData("--limit", "1001")]
    [InlineData("--limit", "many")]
    [InlineData("--format", "sarif")]
    public async Task A_value_that_cannot_be_used_is_refused(string option, string value)
    {
        using TestCli cli = new();

        Assert.Contains(option, await cli.RefusalAsync("list", option, value), StringComparison.Ordinal);
    }
}
