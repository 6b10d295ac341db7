using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Forking;

public sealed class ForkedWorkTests : ForkScenario
{
    [Fact]
    public async Task After_a_call_all_that_its_turn_decided_is_open_and_made_anew()
    {
        await using TestEngine engine = Start(r => Activities(r).AddOrchestratorFunc("both", async context =>
            string.Concat(await Task.WhenAll(context.CallActivityAsync<string>("good", "a"), context.CallActivityAsync<string>("good", "b")))));
        string source = (await engine.RunAsync("both")).InstanceId;
        Ran.Clear();

        string fork = await ForkAsync(engine, source, EventOf(engine, source, HistoryEventKind.ActivityScheduled, 0), StepEditKind.Result, "A");

        Assert.Equal("Ab", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(["b"], Ran);
    }

    [Fact]
    public async Task What_was_open_beside_the_chosen_step_is_done_anew()
    {
        await using TestEngine engine = Start(r => Activities(r).AddOrchestratorFunc("race", async context =>
        {
            Task<string> slow = context.WaitForExternalEvent<string>("go");
            Task<string> open = context.CallSubOrchestratorAsync<string>("waiter");
            string first = await context.CallActivityAsync<string>("good", "a");
            return first + await open + await slow;
        }).AddOrchestratorFunc("waiter", context => context.WaitForExternalEvent<string>("child")));
        string source = await engine.Client.ScheduleNewOrchestrationInstanceAsync("race", Cancellation);
        await WaitsForAsync(engine, source, "sub-orchestration 'waiter'", "event 'go'");

        string fork = await engine.Engine.ForkAsync(new ForkRequest(source, Outcome(engine, source, 0)));
        await WaitsForAsync(engine, fork, "sub-orchestration 'waiter'", "event 'go'");

        string theirs = Assert.Single(Children(engine, source));
        string ours = Assert.Single(Children(engine, fork));
        Assert.NotEqual(theirs, ours);
        await engine.Client.RaiseEventAsync(ours, "child", "c", Cancellation);
        await engine.Client.RaiseEventAsync(fork, "go", "!", Cancellation);
        Assert.Equal("ac!", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await engine.Client.GetInstanceAsync(source, Cancellation))!.RuntimeStatus);
    }

    [Fact]
    public async Task Children_that_the_code_names_by_its_own_id_are_named_by_the_forks()
    {
        await using TestEngine engine = Start(r => Activities(r)
            .AddOrchestratorFunc("named", async context =>
                await context.CallSubOrchestratorAsync<string>("leaf", "1", new SubOrchestrationOptions(instanceId: context.InstanceId + ":1"))
                + await context.CallSubOrchestratorAsync<string>("leaf", "2", new SubOrchestrationOptions(instanceId: context.InstanceId + ":2")))
            .AddOrchestratorFunc<string, string>("leaf", (context, text) => context.CallActivityAsync<string>("good", text)));
        await engine.RunAsync("named", id: "one");
        Ran.Clear();

        string fork = await engine.Engine.ForkAsync(new ForkRequest("one", EventOf(engine, "one", HistoryEventKind.SubOrchestrationCompleted, 0)) { NewId = "two" });

        Assert.Equal("12", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(["2"], Ran);
        Assert.Equal(["two:2"], Children(engine, "two"));
        Assert.Equal(["one:1", "one:2"], Children(engine, "one"));
    }

    [Fact]
    public async Task Guids_of_the_past_are_the_sources_and_later_ones_its_own()
    {
        await using TestEngine engine = Start(r => Activities(r).AddOrchestratorFunc("guids", async context =>
        {
            Guid before = context.NewGuid();
            await context.CallActivityAsync<string>("good", "a");
            return $"{before} {context.NewGuid()}";
        }));
        OrchestrationMetadata source = await engine.RunAsync("guids");

        string fork = await engine.Engine.ForkAsync(new ForkRequest(source.InstanceId, Outcome(engine, source.InstanceId, 0)));

        string[] theirs = source.ReadOutputAs<string>()!.Split(' ');
        string[] ours = (await engine.EndOfAsync(fork)).ReadOutputAs<string>()!.Split(' ');
        Assert.Equal(theirs[0], ours[0]);
        Assert.NotEqual(theirs[1], ours[1]);
    }

    [Theory]
    [MemberData(nameof(Replays))]
    public async Task A_timer_waits_for_what_was_left_of_it(bool replays)
    {
        VirtualTime time = new();
        await using TestEngine engine = Start(
            r => Activities(r).AddOrchestratorFunc("timed", async context =>
            {
                Task timer = context.CreateTimer(context.CurrentUtcDateTime.AddHours(2), CancellationToken.None);
                DateTime began = context.CurrentUtcDateTime;
                await context.WaitForExternalEvent<string>("half");
                await timer;
                return (context.CurrentUtcDateTime - began).TotalHours;
            }),
            replays,
            time);
        string source = await engine.Client.ScheduleNewOrchestrationInstanceAsync("timed", Cancellation);
        await IdleAsync(engine);
        time.Advance(TimeSpan.FromHours(1));
        await engine.Client.RaiseEventAsync(source, "half", "", Cancellation);
        await IdleAsync(engine);
        time.Advance(TimeSpan.FromHours(10));
        await engine.EndOfAsync(source);

        string fork = await engine.Engine.ForkAsync(new ForkRequest(source, EventOf(engine, source, HistoryEventKind.EventRaised, 0)));
        await IdleAsync(engine);
        DateTimeOffset? due = engine.Engine.Core.NextDue;
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(time.GetUtcNow(), due);
        Assert.Equal(12, (await engine.EndOfAsync(fork)).ReadOutputAs<double>());
    }

    [Fact]
    public async Task A_fork_goes_on_after_a_restart_and_can_be_rewound_with_its_edit()
    {
        Broken = true;
        TestEngine before = Start(r => Activities(r).AddOrchestratorFunc("chain", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b") + await context.WaitForExternalEvent<string>("go")));
        string source = (await before.RunAsync("chain")).InstanceId;
        string fork = await ForkAsync(before, source, EventOf(before, source, HistoryEventKind.ActivityScheduled, 1), StepEditKind.Input, "x");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await before.EndOfAsync(fork)).RuntimeStatus);
        Broken = false;
        await before.Client.RewindInstanceAsync(fork, "mended", Cancellation);
        await WaitsForAsync(before, fork, "event 'go'");

        await using TestEngine after = await before.RestartAsync();
        await after.Client.RaiseEventAsync(fork, "go", "!", Cancellation);

        Assert.Equal("ax!", (await after.EndOfAsync(fork)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_fork_of_a_fork_and_of_a_rewound_instance_follow_their_pasts()
    {
        Broken = true;
        await using TestEngine engine = Start(r => Activities(r).AddOrchestratorFunc("chain", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b") + await context.CallActivityAsync<string>("good", "c")));
        string source = (await engine.RunAsync("chain")).InstanceId;
        Broken = false;
        await engine.Client.RewindInstanceAsync(source, "mended", Cancellation);
        await engine.EndOfAsync(source);

        string once = await ForkAsync(engine, source, EventOf(engine, source, HistoryEventKind.ActivityCompleted, 1), StepEditKind.Result, "B");
        Assert.Equal("aBc", (await engine.EndOfAsync(once)).ReadOutputAs<string>());
        string twice = await ForkAsync(engine, once, EventOf(engine, once, HistoryEventKind.ActivityCompleted, 2), StepEditKind.Result, "C");

        Assert.Equal("aBC", (await engine.EndOfAsync(twice)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_forked_child_answers_to_no_parent()
    {
        await using TestEngine engine = Start(r => Activities(r)
            .AddOrchestratorFunc("parent", async context => await context.CallSubOrchestratorAsync<string>("child", options: new SubOrchestrationOptions(instanceId: "kid")) + await context.WaitForExternalEvent<string>("end"))
            .AddOrchestratorFunc("child", async context => await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("good", "b")));
        string parent = await engine.Client.ScheduleNewOrchestrationInstanceAsync("parent", Cancellation);
        await WaitsForAsync(engine, parent, "event 'end'");

        string fork = await ForkAsync(engine, "kid", Outcome(engine, "kid", 0), StepEditKind.Result, "A");
        Assert.Equal("Ab", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        await engine.Client.RaiseEventAsync(parent, "end", "!", Cancellation);

        Assert.Equal("ab!", (await engine.EndOfAsync(parent)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_fork_of_a_suspended_instance_goes_on()
    {
        await using TestEngine engine = Start(r => Activities(r).AddOrchestratorFunc("asked", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.WaitForExternalEvent<string>("answer") + await context.CallActivityAsync<string>("good", "c")));
        string source = await engine.Client.ScheduleNewOrchestrationInstanceAsync("asked", Cancellation);
        await WaitsForAsync(engine, source, "event 'answer'");
        await engine.Client.SuspendInstanceAsync(source, "why", Cancellation);
        await engine.Client.RaiseEventAsync(source, "answer", "b", Cancellation);
        while (EventOrNone(engine, source, HistoryEventKind.EventRaised, 0) is null)
        {
            await Task.Yield();
        }

        string fork = await engine.Engine.ForkAsync(new ForkRequest(source, EventOf(engine, source, HistoryEventKind.EventRaised, 0)));

        Assert.Equal("abc", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await engine.Client.GetInstanceAsync(source, Cancellation))!.RuntimeStatus);
    }
}
