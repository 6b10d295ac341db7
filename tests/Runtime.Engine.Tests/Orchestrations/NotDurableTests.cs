using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Orchestrations;

public sealed class NotDurableTests
{
    [Fact]
    public async Task Task_Run_beside_a_timer_fails_at_once_and_does_not_wait_for_the_timer()
    {
        using ManualResetEventSlim gate = new();
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("bad", async context => await Task.WhenAny(
            context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None), Task.Run(() => gate.Wait()))));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("bad", TestContext.Current.CancellationToken);
        await engine.Engine.Core.Work.WhenIdleAsync(TestContext.Current.CancellationToken);

        gate.Set();

        AssertNotDurable(await engine.EndOfAsync(id));
    }

    [Fact]
    public async Task ConfigureAwait_false_fails_the_instance()
    {
        await AssertNotDurableAsync(async context =>
        {
            Task timer = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
#pragma warning disable CA2007 // ConfigureAwait(false) is what this test is about.
            await context.CallActivityAsync<int>("one").ConfigureAwait(false);
#pragma warning restore CA2007
            await context.CallActivityAsync<int>("one");
            await timer;
        });
    }

    [Fact]
    public async Task A_cancellation_from_outside_fails_the_instance()
    {
        await AssertNotDurableAsync(async context =>
        {
            using CancellationTokenSource source = new();
            Task timer = context.CreateTimer(TimeSpan.FromDays(1), source.Token);
            ThreadPool.QueueUserWorkItem(_ => source.Cancel());
            await timer;
        });
    }

    [Fact]
    public async Task A_call_made_on_another_thread_fails_the_instance()
    {
        await AssertNotDurableAsync(async context =>
        {
            ThreadPool.QueueUserWorkItem(_ => Record.Exception(() => { context.CallActivityAsync<int>("one"); }));
            await context.WaitForExternalEvent<string>("never");
        });
    }

    [Fact]
    public async Task Ten_thousand_awaits_of_completed_tasks_do_not_exhaust_the_stack()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc<int>("deep", _ => DeepAsync(10_000)));

        Assert.Equal(10_000, (await engine.RunAsync("deep")).ReadOutputAs<int>());

        static async Task<int> DeepAsync(int count)
        {
            int done = 0;
            while (done < count)
            {
                done += await Task.FromResult(1);
            }

            return done;
        }
    }

    [Fact]
    public async Task A_long_chain_of_tasks_that_end_one_another_does_not_exhaust_the_stack()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc<int>("deep", async context =>
            {
                Task<int> last = context.CallActivityAsync<int>("one");
                for (int i = 0; i < 10_000; i++)
                {
                    last = NextAsync(last);
                }

                return await last;
            })
            .AddActivityFunc<int>("one", _ => 1));

        Assert.Equal(10_001, (await engine.RunAsync("deep")).ReadOutputAs<int>());

        static async Task<int> NextAsync(Task<int> task) => await task + 1;
    }

    [Fact]
    public async Task Twenty_thousand_activities_are_awaited_together()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc<int>("fan", async context =>
                (await Task.WhenAll(Enumerable.Range(0, 20_000).Select(_ => context.CallActivityAsync<int>("one")))).Sum())
            .AddActivityFunc<int>("one", _ => 1));

        Assert.Equal(20_000, (await engine.RunAsync("fan")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_failure_that_is_caught_does_not_keep_the_orchestrator_from_going_on()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc<int>("go-on", async context =>
            {
                Task<int> abandoned = context.CallActivityAsync<int>("throw");
                try
                {
                    await context.CallActivityAsync<int>("throw");
                }
                catch (TaskFailedException)
                {
                    // Another call is made after it.
                }

                await Task.WhenAny(abandoned, context.WaitForExternalEvent<string>("never"));
                return await context.CallActivityAsync<int>("one");
            })
            .AddActivityFunc<int>("one", _ => 1)
            .AddActivityFunc("throw", _ => throw new InvalidOperationException("broken")));

        Assert.Equal(1, (await engine.RunAsync("go-on")).ReadOutputAs<int>());
    }

    private static async Task AssertNotDurableAsync(Func<TaskOrchestrationContext, Task> orchestrator)
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("bad", orchestrator)
            .AddActivityFunc<int>("one", _ => 1));

        AssertNotDurable(await engine.RunAsync("bad"));
    }

    private static void AssertNotDurable(OrchestrationMetadata ended)
    {
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("not durable", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }
}
