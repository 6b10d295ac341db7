using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Terminating, suspending and replacing instances in every state they can be in.</summary>
public sealed class ControlTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_scheduled_for_later_is_terminated_without_running()
    {
        VirtualTime time = new();
        int runs = 0;
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc<int>("late", _ => Task.FromResult(++runs)), time);
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "late", new StartOrchestrationOptions("late", time.GetUtcNow().AddHours(1)), Stop);

        await engine.Client.TerminateInstanceAsync(id, "never mind", Stop);
        OrchestrationMetadata ended = await engine.EndOfAsync(id);
        time.Advance(TimeSpan.FromHours(2));
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus);
        Assert.Equal(0, runs);
        Assert.Equal(0L, Count(engine, "inbox"));
    }

    [Fact]
    public async Task A_termination_that_comes_with_the_event_of_a_continue_as_new_ends_the_instance()
    {
        await using TestEngine engine = TestEngine.Start(Loop);
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("loop", 0, new StartOrchestrationOptions("loop"), Stop);
        await engine.Client.SuspendInstanceAsync(id, null, Stop);
        await WaitForAsync(engine, id, OrchestrationRuntimeStatus.Suspended);

        // They share a transaction, and so mostly a turn.
        using ManualResetEventSlim gate = new();
        Task blocked = engine.Engine.Journal.CommitAsync(_ => gate.Wait(Stop));
        Task[] sent =
        [
            engine.Client.RaiseEventAsync(id, "add", 1, Stop),
            engine.Client.ResumeInstanceAsync(id, null, Stop),
            engine.Client.TerminateInstanceAsync(id, "enough", Stop),
        ];
        gate.Set();
        await blocked;
        await Task.WhenAll(sent);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public void What_follows_the_event_of_a_continue_as_new_is_left_for_the_next_execution()
    {
        DurableTaskRegistry registry = new();
        Loop(registry);
        OrchestrationExecution execution = Executions.Start(registry, "loop", "0");

        Turn turn = execution.Advance(Executions.Now, [Executions.Event("add", "1"), Executions.Terminated, Executions.Event("add", "2")]);

        Assert.Equal(History.HistoryEventKind.ContinuedAsNew, turn.End!.Kind);
        Assert.Equal(1, turn.TakenCount);
    }

    [Fact]
    public async Task Events_after_a_continue_as_new_that_drops_events_reach_the_next_execution()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc<int, int>("drop", async (context, sum) =>
        {
            int number = await context.WaitForExternalEvent<int>("add");
            context.ContinueAsNew(sum + number, preserveUnprocessedEvents: false);
            return 0;
        }));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("drop", 0, new StartOrchestrationOptions("drop"), Stop);
        foreach (int number in Enumerable.Repeat(1, 30))
        {
            await engine.Client.RaiseEventAsync(id, "add", number, Stop);
        }

        await engine.Engine.Core.Work.WhenIdleAsync(Stop);

        Assert.Equal("30", (await engine.Client.GetInstanceAsync(id, true, Stop))!.SerializedInput);
    }

    [Fact]
    public async Task A_start_whose_caller_gave_up_waiting_runs_all_the_same()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc<int>("one", _ => Task.FromResult(1)));
        using ManualResetEventSlim gate = new();
        using CancellationTokenSource caller = new();
        Task blocked = engine.Engine.Journal.CommitAsync(_ => gate.Wait(Stop));
        Task<string> start = engine.Client.ScheduleNewOrchestrationInstanceAsync("one", new StartOrchestrationOptions("given-up"), caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        gate.Set();
        await blocked;
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);

        Assert.Equal(1, (await engine.EndOfAsync("given-up")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Terminating_what_does_not_exist_changes_nothing_and_raising_an_event_to_it_is_refused()
    {
        await using TestEngine engine = TestEngine.Start(_ => { });

        await engine.Client.TerminateInstanceAsync("nobody", TestContext.Current.CancellationToken);

        Assert.Null(await engine.Client.GetInstanceAsync("nobody", TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Client.RaiseEventAsync("nobody", "x", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Suspending_and_terminating_what_has_ended_changes_nothing()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc<int>("one", _ => Task.FromResult(1)));
        string id = (await engine.RunAsync("one")).InstanceId;

        await engine.Client.SuspendInstanceAsync(id, null, Stop);
        await engine.Client.TerminateInstanceAsync(id, "late", Stop);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.Client.GetInstanceAsync(id, Stop))!.RuntimeStatus);
        Assert.Equal(0L, Count(engine, "inbox"));
    }

    [Fact]
    public async Task Recursive_termination_and_purge_reach_children_of_earlier_executions()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc<int, int>("parent", async (context, round) =>
            {
                if (round == 0)
                {
                    _ = context.CallSubOrchestratorAsync<string>("child", options: new SubOrchestrationOptions { InstanceId = "early-child" });
                    context.ContinueAsNew(1);
                    return 0;
                }

                return await context.WaitForExternalEvent<int>("never");
            })
            .AddOrchestratorFunc("child", context => context.WaitForExternalEvent<string>("never")));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("parent", 0, new StartOrchestrationOptions("parent"), Stop);
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);

        await engine.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("enough", Recursive: true), Stop);
        await engine.EndOfAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.EndOfAsync("early-child")).RuntimeStatus);
        Assert.Equal(2, (await engine.Client.PurgeInstanceAsync(id, new PurgeInstanceOptions(Recursive: true), Stop)).PurgedInstanceCount);
    }

    [Fact]
    public async Task Recursive_termination_reaches_a_child_that_is_about_to_continue_as_new()
    {
        TaskCompletionSource entered = new();
        using ManualResetEventSlim gate = new();
        await using TestEngine engine = TestEngine.Start(
            r => r
                .AddOrchestratorFunc("parent", context => context.CallSubOrchestratorAsync<string>("child", 0, new SubOrchestrationOptions { InstanceId = "looping-child" }))
                .AddOrchestratorFunc<int, string>("child", async (context, round) =>
                {
                    await context.WaitForExternalEvent<string>("go");
                    entered.TrySetResult();
                    gate.Wait(Stop);
                    context.ContinueAsNew(round + 1);
                    return "";
                }),
            configure: options => options.MaxConcurrentOrchestrations = 4);
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("parent", Stop);
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);
        await engine.Client.RaiseEventAsync("looping-child", "go", "", Stop);
        await entered.Task;

        await engine.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("enough", Recursive: true), Stop);
        await engine.EndOfAsync(id);
        gate.Set();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.EndOfAsync("looping-child")).RuntimeStatus);
    }

    [Fact]
    public async Task Timers_that_an_ended_instance_had_leave_memory()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc<int>("abandon", async context =>
        {
            _ = context.CreateTimer(TimeSpan.FromDays(365), CancellationToken.None);
            return await context.WaitForExternalEvent<int>("go");
        }));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("abandon", Stop);
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);
        Assert.Equal(1, engine.Engine.Core.Armed);

        await engine.Client.RaiseEventAsync(id, "go", 1, Stop);
        await engine.EndOfAsync(id);
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);

        Assert.Equal(0, engine.Engine.Core.Armed);
    }

    [Fact]
    public async Task An_event_sent_to_an_entity_is_dropped_and_blocks_nothing()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddEntity<EntityTests.Counter>("counter")
            .AddOrchestratorFunc<int>("send", async context =>
            {
                context.SendEvent("@counter@a", "add", 1);
                return await context.Entities.CallEntityAsync<int>(new Durable.Entities.EntityInstanceId("counter", "a"), "add", 2);
            }));

        Assert.Equal(2, (await engine.RunAsync("send")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Who_waits_for_an_instance_is_told_when_the_engine_stops()
    {
        TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("wait", context => context.WaitForExternalEvent<string>("never")));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("wait", Stop);
        Task<OrchestrationMetadata> waiting = engine.Client.WaitForInstanceCompletionAsync(id, false, Stop);

        await engine.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Who_begins_to_wait_when_the_engine_has_stopped_is_told_the_same()
    {
        TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("wait", context => context.WaitForExternalEvent<string>("never")));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("wait", Stop);

        await engine.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.Client.WaitForInstanceCompletionAsync(id, false, Stop));
    }

    [Fact]
    public async Task One_resident_instance_is_enough_for_everything_to_go_on()
    {
        await using TestEngine engine = TestEngine.Start(
            r => r
                .AddEntity<EntityTests.Counter>("counter")
                .AddOrchestratorFunc<int>("work", async context =>
                {
                    await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
                    await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => context.CallActivityAsync<int>("one")));
                    return await context.Entities.CallEntityAsync<int>(new Durable.Entities.EntityInstanceId("counter", "a"), "add", 1);
                })
                .AddActivityFunc<int>("one", _ => 1),
            configure: options => options.MaxResidentInstances = 1);

        OrchestrationMetadata[] ended = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => engine.RunAsync("work")));

        Assert.Equal(30, ended.Max(e => e.ReadOutputAs<int>()));
    }

    private static void Loop(DurableTaskRegistry registry) => registry.AddOrchestratorFunc<int, int>("loop", async (context, sum) =>
    {
        context.ContinueAsNew(sum + await context.WaitForExternalEvent<int>("add"));
        return 0;
    });

    private static long Count(TestEngine engine, string table) =>
        engine.Engine.Journal.Read(session => (long)session.Scalar($"SELECT count(*) FROM {table}")!);

    private static async Task WaitForAsync(TestEngine engine, string id, OrchestrationRuntimeStatus status)
    {
        while (true)
        {
            using InstanceChange change = engine.Engine.Core.Watch.NextChange(id);
            if ((await engine.Client.GetInstanceAsync(id, Stop))!.RuntimeStatus == status)
            {
                return;
            }

            await change.WaitAsync(Stop);
        }
    }
}
