using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using Workflows.Cli.Runs;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Converters;
using Workflows.Shared;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Tests.Runs;

public sealed class LocalReviewRunsTests
{
    private static readonly ReviewRequest Request = new() { Diff = TestCli.Diff };

    private readonly Mock<DurableTaskClient> _client = new("test") { CallBase = true };
    private readonly Mock<IHost> _host = new();
    private readonly InstantTimeProvider _time = new();

    [Fact]
    public async Task A_review_is_scheduled_under_its_id()
    {
        await using IReviewRuns runs = await OpenAsync();

        Assert.True(await runs.StartAsync("review-1", Request, TestContext.Current.CancellationToken));

        _client.Verify(client => client.ScheduleNewOrchestrationInstanceAsync(
            ReviewNames.Orchestrator, Request, It.Is<StartOrchestrationOptions>(options => options.InstanceId == "review-1"), It.IsAny<CancellationToken>()));
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending, false)]
    [InlineData(OrchestrationRuntimeStatus.Running, false)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, false)]
    [InlineData(OrchestrationRuntimeStatus.Completed, true)]
    [InlineData(OrchestrationRuntimeStatus.Failed, true)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, true)]
    public async Task Only_a_run_that_has_ended_is_started_again(OrchestrationRuntimeStatus status, bool starts)
    {
        Found(Instance(status));
        await using IReviewRuns runs = await OpenAsync();

        Assert.Equal(starts, await runs.StartAsync("review-1", Request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_run_is_watched_change_by_change_to_its_report()
    {
        TaskCompletionSource<OrchestrationMetadata> end = new();
        Queue<int> looks = new([1, 1, 2]);
        int progress = 0;
        _client.Setup(client => client.WaitForInstanceCompletionAsync("review-1", true, It.IsAny<CancellationToken>())).Returns(end.Task);
        _client.Setup(client => client.GetInstancesAsync("review-1", false, It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            progress = looks.Dequeue();
            if (looks.Count == 0)
            {
                end.SetResult(Instance(OrchestrationRuntimeStatus.Completed, progress: 4, report: new ReviewReport { Id = "review-1", Summary = "Fine." }));
            }

            return new OrchestrationMetadata(ReviewNames.Orchestrator, "review-1") { LastUpdatedAt = DateTimeOffset.UnixEpoch.AddMinutes(progress) };
        });
        _client.Setup(client => client.GetInstancesAsync("review-1", true, It.IsAny<CancellationToken>())).ReturnsAsync(() => Instance(progress: progress));
        await using IReviewRuns runs = await OpenAsync();

        List<RunState> states = [];
        await foreach (RunState state in runs.WatchAsync("review-1", TestContext.Current.CancellationToken))
        {
            states.Add(state);
        }

        Assert.Equal([1, 2, 4], states.Select(state => state.Progress.Completed));
        Assert.Equal("Fine.", states[^1].Result?.Summary);
    }

    [Fact]
    public async Task An_instance_that_is_no_review_is_not_found()
    {
        Found(new OrchestrationMetadata("ModelCall", "review-1"));
        await using IReviewRuns runs = await OpenAsync();

        Assert.Null(await runs.FindAsync("review-1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_report_that_cannot_be_read_is_an_error_for_people()
    {
        Found(new OrchestrationMetadata(ReviewNames.Orchestrator, "review-1")
        {
            RuntimeStatus = OrchestrationRuntimeStatus.Completed, SerializedOutput = "[]", DataConverter = JsonDataConverter.Default,
        });
        await using IReviewRuns runs = await OpenAsync();

        CliException error = await Assert.ThrowsAsync<CliException>(() => runs.FindAsync("review-1", TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.Failed, error.ExitCode);
    }

    [Fact]
    public async Task The_host_is_stopped_and_disposed_of_in_the_end()
    {
        IReviewRuns runs = await OpenAsync();

        await runs.DisposeAsync();

        _host.Verify(host => host.StopAsync(It.IsAny<CancellationToken>()), Times.Once);
        _host.Verify(host => host.Dispose(), Times.Once);
    }

    private Task<IReviewRuns> OpenAsync()
    {
        _host.Setup(host => host.Services).Returns(new ServiceCollection().AddSingleton(_client.Object).BuildServiceProvider());
        return new RunsSource(new FakeHosts(_host.Object), _time, null).OpenAsync(new RunTarget { DataFolder = "x" }, TestContext.Current.CancellationToken);
    }

    private void Found(OrchestrationMetadata instance) =>
        _client.Setup(client => client.GetInstancesAsync("review-1", It.IsAny<bool>(), It.IsAny<CancellationToken>())).ReturnsAsync(instance);

    private static OrchestrationMetadata Instance(
        OrchestrationRuntimeStatus status = OrchestrationRuntimeStatus.Running, int progress = 0, ReviewReport? report = null) => new(ReviewNames.Orchestrator, "review-1")
        {
            RuntimeStatus = status,
            LastUpdatedAt = DateTimeOffset.UnixEpoch.AddMinutes(progress),
            DataConverter = JsonDataConverter.Default,
            SerializedCustomStatus = JsonDataConverter.Default.Serialize(new WorkflowProgress { Completed = progress, Total = 4 }),
            SerializedOutput = report is null ? null : JsonDataConverter.Default.Serialize(report),
        };
}
