using System.Text.Json;
using Workflows.Cli.Runs;
using Workflows.Shared;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Tests.Commands;

public sealed class StatusCommandTests
{
    private static readonly RunState Running = new()
    {
        Id = "review-1", Status = RunStatus.Running, Progress = new WorkflowProgress { Completed = 3, Total = 12, Message = "reviewing 9 files" },
    };

    [Fact]
    public async Task Text_tells_status_and_progress()
    {
        using TestCli cli = new();
        cli.Runs.Existing["review-1"] = Running;

        Assert.Equal(ExitCode.Done, await cli.RunAsync("status", "review-1"));

        Assert.Equal("id        review-1\nstatus    running\nprogress  25 % (3 of 12) reviewing 9 files\n", cli.Output);
        Assert.Equal("", cli.Error);
    }

    [Fact]
    public async Task A_report_is_named_with_its_verdict_and_how_to_print_it()
    {
        using TestCli cli = new();
        cli.Runs.Existing["review-1"] = Running with { Status = RunStatus.Completed, Result = new ReviewReport { Id = "review-1", Status = ReviewStatus.Partial, Simulated = true } };

        await cli.RunAsync("status", "review-1");

        Assert.EndsWith("report    partial, simulated; print it with: workflows resume review-1\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_shape_of_the_http_interface()
    {
        using TestCli cli = new();
        cli.Runs.Existing["review-1"] = Running;

        await cli.RunAsync("status", "review-1", "--format", "json");

        using JsonDocument answer = JsonDocument.Parse(cli.Output);
        Assert.Equal(["id", "status", "progress"], answer.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("running", answer.RootElement.GetProperty("status").GetString());
        Assert.Equal(25, answer.RootElement.GetProperty("progress").GetProperty("percent").GetInt32());
    }

    [Fact]
    public async Task An_unknown_run_is_refused()
    {
        using TestCli cli = new();

        Assert.Contains("there is no run review-2", await cli.RefusalAsync("status", "review-2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_folder_without_a_data_file_there_is_no_run_and_nothing_is_made()
    {
        using TestCli cli = new() { Runs = new FakeRuns { FolderIsEmpty = true } };

        await cli.RefusalAsync("status", "review-1");

        Assert.Empty(cli.Runs.Opened);
    }
}
