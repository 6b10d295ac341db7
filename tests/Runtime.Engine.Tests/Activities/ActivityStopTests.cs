using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Activities;

/// <summary>Activities whose execution ends, or whose engine stops, while they run or wait.</summary>
public sealed class ActivityStopTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_result_of_an_activity_that_ends_while_the_engine_stops_is_recorded()
    {
        TaskCompletionSource began = new();
        int runs = 0;
        TestEngine before = TestEngine.Start(r => r
            .AddOrchestratorFunc("work", context => context.CallActivityAsync<int>("finish"))
            .AddActivityFunc<int>("finish", async context =>
            {
                Interlocked.Increment(ref runs);
                TaskCompletionSource cancelled = new();
                await using CancellationTokenRegistration heard = ((EngineActivityContext)context).CancellationToken.Register(() => cancelled.TrySetResult());
                began.TrySetResult();
                await cancelled.Task;
                return 42;
            }));
        string id = await before.Client.ScheduleNewOrchestrationInstanceAsync("work", Stop);
        await began.Task.WaitAsync(Stop);

        await using TestEngine after = await before.RestartAsync();

        Assert.Equal(42, (await after.EndOfAsync(id)).ReadOutputAs<int>());
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task An_activity_that_does_not_heed_the_stop_is_left_behind_and_runs_again()
    {
        TaskCompletionSource began = new();
        TaskCompletionSource<int> never = new();
        int runs = 0;
        TestEngine before = TestEngine.Start(
            r => r
                .AddOrchestratorFunc("work", context => context.CallActivityAsync<int>("deaf"))
                .AddActivityFunc<int>("deaf", _ =>
                {
                    int run = Interlocked.Increment(ref runs);
                    began.TrySetResult();
                    return run == 1 ? never.Task : Task.FromResult(7);
                }),
            configure: options => options.StopPatience = TimeSpan.FromMilliseconds(50));
        string id = await before.Client.ScheduleNewOrchestrationInstanceAsync("work", Stop);
        await began.Task.WaitAsync(Stop);

        await using TestEngine after = await before.RestartAsync();
        never.SetResult(1);

        Assert.Equal(7, (await after.EndOfAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Activities_that_wait_for_an_execution_that_has_ended_are_not_begun()
    {
        TaskCompletionSource<int> release = new();
        TaskCompletionSource began = new();
        TaskCompletionSource passedOver = new();
        int runs = 0;
        await using TestEngine engine = TestEngine.Start(
            r => r
                .AddOrchestratorFunc<int>("many", async context =>
                    (await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => context.CallActivityAsync<int>("count")))).Sum())
                .AddActivityFunc<int>("count", async context =>
                {
                    Interlocked.Increment(ref runs);
                    await using CancellationTokenRegistration ended = ((EngineActivityContext)context).CancellationToken.Register(() => passedOver.TrySetResult());
                    began.TrySetResult();
                    return await release.Task;
                }),
            configure: options => options.MaxConcurrentActivities = 1);
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("many", Stop);
        await began.Task.WaitAsync(Stop);
        await engine.Client.TerminateInstanceAsync(id, Stop);
        await engine.EndOfAsync(id);
        await passedOver.Task.WaitAsync(Stop);

        release.SetResult(1);
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);

        Assert.Equal(1, runs);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.Client.GetInstanceAsync(id, Stop))!.RuntimeStatus);
    }

    [Fact]
    public async Task What_an_activity_throws_when_it_is_cancelled_does_not_hold_up_the_end_of_its_instance()
    {
        TaskCompletionSource began = new();
        TaskCompletionSource<int> release = new();
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("work", context => context.CallActivityAsync<int>("throwing"))
            .AddActivityFunc<int>("throwing", async context =>
            {
                ((EngineActivityContext)context).CancellationToken.Register(() =>
                {
                    release.TrySetResult(1);
                    throw new InvalidOperationException("from a callback");
                });
                began.TrySetResult();
                return await release.Task;
            }));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("work", Stop);
        await began.Task.WaitAsync(Stop);

        await engine.Client.TerminateInstanceAsync(id, Stop);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_result_that_comes_before_a_continue_as_new_is_saved_reaches_no_later_execution()
    {
        TaskCompletionSource<int> release = new();
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc<int, string>("again", async (context, round) =>
            {
                Task<int> late = context.CallActivityAsync<int>("late", round);
                if (round < 3)
                {
                    await context.WaitForExternalEvent<string>("next");
                    context.ContinueAsNew(round + 1);
                    return "";
                }

                return $"{await late}";
            })
            .AddActivityFunc<int, int>("late", async (_, round) => round < 3 ? await release.Task : round));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("again", 0, Stop);
        foreach (int _ in Enumerable.Range(0, 3))
        {
            await engine.Client.RaiseEventAsync(id, "next", "", Stop);
        }

        release.SetResult(99);

        Assert.Equal("3", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }
}
