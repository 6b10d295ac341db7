using Workflows.Cli.Runs;

namespace Workflows.Cli.Tests.Commands;

public sealed class ResumeCommandTests
{
    [Fact]
    public async Task A_run_that_exists_is_followed_to_its_report_and_nothing_is_started()
    {
        using TestCli cli = new();
        cli.Runs.Existing["review-1"] = new RunState { Id = "review-1", Status = RunStatus.Running };

        Assert.Equal(ExitCode.Done, await cli.RunAsync("resume", "review-1"));

        Assert.Empty(cli.Runs.Started);
        Assert.Contains("Nothing found.", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_run_is_refused()
    {
        using TestCli cli = new();

        Assert.Equal("workflows: there is no run review-1 in here; see: workflows list --data here", await cli.RefusalAsync("resume", "review-1", "--data", "here"));
    }

    [Theory]
    [InlineData("../etc")]
    [InlineData("@fleet@models")]
    [InlineData("a b")]
    [InlineData("")]
    public async Task A_text_that_is_no_id_is_refused(string id)
    {
        using TestCli cli = new();

        Assert.Contains("no run's id", await cli.RefusalAsync("resume", id), StringComparison.Ordinal);
    }
}
