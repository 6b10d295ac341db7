using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Orchestrations;

public sealed class RetryTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task A_handler_is_told_of_every_attempt_until_it_says_no()
    {
        List<string> told = [];
        TaskOptions options = TaskOptions.FromRetryHandler(context =>
        {
            if (!context.OrchestrationContext.IsReplaying)
            {
                told.Add($"{context.LastAttemptNumber} {context.LastFailure.ErrorMessage}");
            }

            return context.LastAttemptNumber < 3;
        });
        await using TestEngine engine = TestEngine.Start(r => Broken(r, options));

        OrchestrationMetadata ended = await engine.RunAsync("work");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal(["1 broken", "2 broken", "3 broken"], told);
    }

    [Theory]
    [InlineData("activity", "ActivityTaskNotFound")]
    [InlineData("orchestration", "OrchestratorTaskNotFound")]
    public async Task What_is_not_registered_is_not_tried_again(string kind, string errorType)
    {
        bool asked = false;
        TaskOptions options = TaskOptions.FromRetryHandler(_ => asked = true);
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("activity", context => context.CallActivityAsync("nobody", options))
            .AddOrchestratorFunc("orchestration", context => context.CallSubOrchestratorAsync("nobody", options)));

        OrchestrationMetadata ended = await engine.RunAsync(kind);

        Assert.Equal(errorType, ended.FailureDetails?.InnerFailure?.ErrorType);
        Assert.False(asked);
    }

    [Fact]
    public async Task A_failure_that_the_policy_does_not_handle_is_not_tried_again()
    {
        int calls = 0;
        RetryPolicy policy = new(5, Moment) { HandleFailure = failure => !failure.IsCausedBy<InvalidOperationException>() };
        await using TestEngine engine = TestEngine.Start(r => Broken(r, TaskOptions.FromRetryPolicy(policy), () => calls++));

        await engine.RunAsync("work");

        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_filter_that_throws_ends_the_retries_and_hides_no_failure()
    {
        RetryPolicy policy = new(5, Moment) { HandleFailure = _ => throw new NotSupportedException("the filter's own") };
        await using TestEngine engine = TestEngine.Start(r => Broken(r, TaskOptions.FromRetryPolicy(policy)));

        OrchestrationMetadata ended = await engine.RunAsync("work");

        Assert.Equal("broken", ended.FailureDetails?.InnerFailure?.ErrorMessage);
    }

    [Fact]
    public async Task A_failure_inside_the_retry_timeout_is_tried_again_even_when_the_pause_goes_beyond_it()
    {
        VirtualTime time = new();
        int calls = 0;
        RetryPolicy policy = new(10, TimeSpan.FromHours(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromHours(8), retryTimeout: TimeSpan.FromHours(2));
        using SemaphoreSlim called = new(0);
        await using TestEngine engine = TestEngine.Start(
            r => Broken(r, TaskOptions.FromRetryPolicy(policy), () =>
            {
                calls++;
                called.Release();
            }),
            time);
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("work", TestContext.Current.CancellationToken);

        for (int pause = 1; pause <= 2; pause++)
        {
            Assert.True(await called.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
            await engine.Engine.Core.Work.WhenIdleAsync(TestContext.Current.CancellationToken);
            time.Advance(TimeSpan.FromHours(pause));
        }

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.EndOfAsync(id)).RuntimeStatus);
        Assert.Equal(3, calls);
    }

    private static void Broken(DurableTaskRegistry registry, TaskOptions options, Action? called = null) => registry
        .AddOrchestratorFunc("work", context => context.CallActivityAsync("step", options))
        .AddActivityFunc("step", _ =>
        {
            called?.Invoke();
            throw new InvalidOperationException("broken");
        });
}
