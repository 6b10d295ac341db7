using System.Text;
using System.Text.Json;
using Workflows.Cli.Runs;
using Workflows.Runtime.Engine.Journal;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Tests.Commands;

public sealed class ReviewCommandTests
{
    [Fact]
    public async Task A_complete_report_is_alone_on_standard_output_and_answers_0()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("review", cli.DiffFile(), "--format", "json"));

        using JsonDocument report = JsonDocument.Parse(cli.Output);
        Assert.Equal(cli.Runs.Started.Single().Id, report.RootElement.GetProperty("id").GetString());
        Assert.All(cli.ErrorLines, line => Assert.StartsWith("workflows: ", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReviewStatus.Partial)]
    [InlineData(ReviewStatus.Failed)]
    public async Task A_report_that_is_not_complete_is_printed_and_answers_1(ReviewStatus status)
    {
        using TestCli cli = new();
        cli.Runs.Report = cli.Runs.Report with { Status = status, Missing = ["the summary"] };

        Assert.Equal(ExitCode.Failed, await cli.RunAsync("review", cli.DiffFile()));

        Assert.NotEqual("", cli.Output);
        Assert.Contains($"the review {(status == ReviewStatus.Partial ? "is partial" : "failed")}", cli.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_ended_without_a_report_answers_1_and_says_why()
    {
        using TestCli cli = new();
        cli.Runs.End = new RunState { Id = "review-1", Status = RunStatus.Failed, Error = "the disk is full" };

        Assert.Equal(ExitCode.Failed, await cli.RunAsync("review", cli.DiffFile()));

        Assert.Equal("", cli.Output);
        Assert.Equal("workflows: the run review-1 failed: the disk is full", cli.ErrorLines[^1]);
    }

    [Fact]
    public async Task Title_description_and_rules_reach_the_request()
    {
        using TestCli cli = new();

        await cli.RunAsync(
            "review", cli.DiffFile(), "--title", "T", "--description", cli.File("d.txt", "What it does"), "--rules", cli.File("r.txt", "No goto\n"));

        Assert.Equal(
            new ReviewRequest { Diff = TestCli.Diff, Title = "T", Description = "What it does", Rules = "No goto\n", Source = "change.diff" },
            cli.Runs.Started.Single().Request);
    }

    [Fact]
    public async Task A_dash_reads_the_diff_from_standard_input()
    {
        using TestCli cli = new() { Input = Encoding.UTF8.GetBytes(TestCli.Diff) };

        Assert.Equal(ExitCode.Done, await cli.RunAsync("review", "-"));

        Assert.Equal(TestCli.Diff, cli.Runs.Started.Single().Request.Diff);
    }

    [Fact]
    public async Task The_same_input_has_the_same_id_and_attaches_to_the_run_that_is_under_way()
    {
        using TestCli cli = new();
        await cli.RunAsync("review", cli.DiffFile());
        string id = cli.Runs.Started.Single().Id;
        cli.Runs.Existing[id] = new RunState { Id = id, Status = RunStatus.Running };

        Assert.Equal(ExitCode.Done, await cli.RunAsync("review", cli.DiffFile()));

        Assert.Single(cli.Runs.Started);
        Assert.Contains($"attached to the unfinished run {id}", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_has_ended_is_started_anew()
    {
        using TestCli cli = new();
        await cli.RunAsync("review", cli.DiffFile());
        string id = cli.Runs.Started.Single().Id;
        cli.Runs.Existing[id] = new RunState { Id = id, Status = RunStatus.Completed };

        await cli.RunAsync("review", cli.DiffFile());

        Assert.Equal([id, id], cli.Runs.Started.Select(run => run.Id));
    }

    [Fact]
    public async Task With_new_it_starts_afresh_under_another_id()
    {
        using TestCli cli = new();
        await cli.RunAsync("review", cli.DiffFile());
        string id = cli.Runs.Started.Single().Id;
        cli.Runs.Existing[id] = new RunState { Id = id, Status = RunStatus.Running };

        await cli.RunAsync("review", cli.DiffFile(), "--new");

        Assert.Equal([id, $"{id}-fresh1"], cli.Runs.Started.Select(run => run.Id));
    }

    [Fact]
    public async Task Simulated_answers_are_said_to_be_simulated_once()
    {
        using TestCli cli = new();
        cli.Runs.Report = cli.Runs.Report with { Simulated = true };

        await cli.RunAsync("review", cli.DiffFile());

        Assert.Single(cli.ErrorLines, line => line.Contains("simulator", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stopping_answers_130_and_says_how_to_go_on()
    {
        using TestCli cli = new();
        cli.Runs.WhileFollowed = cli.Stop;

        Assert.Equal(ExitCode.Stopped, await cli.RunAsync("review", cli.DiffFile(), "--data", "/tmp/a b", "--time-scale", "2.5"));

        Assert.Equal("", cli.Output);
        Assert.EndsWith($"workflows resume {cli.Runs.Started.Single().Id} --data '/tmp/a b' --time-scale 2.5", cli.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_a_server_says_that_the_run_goes_on_there()
    {
        using TestCli cli = new();
        cli.Runs.WhileFollowed = cli.Stop;

        Assert.Equal(ExitCode.Stopped, await cli.RunAsync("review", cli.DiffFile(), "--server", "http://127.0.0.1:7071"));

        Assert.Contains("goes on at the server", cli.ErrorLines[^1], StringComparison.Ordinal);
        Assert.EndsWith("--server http://127.0.0.1:7071/", cli.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_gets_the_report_and_standard_output_nothing()
    {
        using TestCli cli = new();
        string file = Path.Combine(cli.Folder, "report.md");

        Assert.Equal(ExitCode.Done, await cli.RunAsync("review", cli.DiffFile(), "--format", "markdown", "--output", file));

        Assert.Equal("", cli.Output);
        Assert.Contains("Nothing found.", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["change.diff", "report.md"], Directory.GetFiles(cli.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_data_file_in_use_is_one_line_and_answers_1()
    {
        using TestCli cli = new();
        cli.Runs.OpenError = new JournalException("The data file is in use by another process.");

        Assert.Equal(ExitCode.Failed, await cli.RunAsync("review", cli.DiffFile()));

        Assert.Equal("workflows: The data file is in use by another process.", Assert.Single(cli.ErrorLines));
    }

    [Fact]
    public async Task The_place_of_the_run_is_the_one_that_was_named()
    {
        using TestCli cli = new();

        await cli.RunAsync("review", cli.DiffFile());
        await cli.RunAsync("review", cli.DiffFile(), "--data", "elsewhere", "--time-scale", "20");
        await cli.RunAsync("review", cli.DiffFile(), "--server", "https://example.org/base");

        Assert.Equal(
            [
                new RunTarget { DataFolder = ".workflows" },
                new RunTarget { DataFolder = "elsewhere", TimeScale = 20 },
                new RunTarget { DataFolder = ".workflows", Server = new Uri("https://example.org/base/") },
            ],
            cli.Runs.Opened);
    }
}
