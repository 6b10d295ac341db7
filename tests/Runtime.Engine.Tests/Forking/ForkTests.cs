using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Forking;

public sealed class ForkTests
{
    private readonly List<string> _ran = [];
    private volatile bool _broken;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<bool> Replays => [false, true];

    [Theory]
    [MemberData(nameof(Replays))]
    public async Task Steps_up_to_the_event_are_kept_and_those_after_it_are_done_anew(bool replays)
    {
        await using TestEngine engine = Start(Chain, replays);
        string source = (await engine.RunAsync("chain")).InstanceId;
        _ran.Clear();

        string fork = await engine.Engine.ForkAsync(new ForkRequest(source, Outcome(engine, source, 1)));

        Assert.Equal("abc", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(["c"], _ran);
        Assert.NotEqual(source, fork);
    }

    [Theory]
    [MemberData(nameof(Replays))]
    public async Task A_step_is_given_another_result(bool replays)
    {
        await using TestEngine engine = Start(Chain, replays);
        string source = (await engine.RunAsync("chain")).InstanceId;
        _ran.Clear();

        string fork = await ForkAsync(engine, source, Outcome(engine, source, 1), StepEditKind.Result, "B");

        Assert.Equal("aBc", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(["c"], _ran);
        Assert.Equal("abc", (await engine.EndOfAsync(source)).ReadOutputAs<string>());
    }

    [Theory]
    [MemberData(nameof(Replays))]
    public async Task A_step_is_done_again_with_another_input(bool replays)
    {
        await using TestEngine engine = Start(Chain, replays);
        string source = (await engine.RunAsync("chain")).InstanceId;
        _ran.Clear();

        string fork = await ForkAsync(engine, source, Outcome(engine, source, 1), StepEditKind.Input, "x");

        Assert.Equal("axc", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(["x", "c"], _ran);
    }

    [Fact]
    public async Task A_failed_step_is_mended_by_a_result()
    {
        _broken = true;
        await using TestEngine engine = Start(r => Activities(r).AddOrchestratorFunc("chain", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b")));
        OrchestrationMetadata failed = await engine.RunAsync("chain");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);

        string fork = await ForkAsync(engine, failed.InstanceId, Outcome(engine, failed.InstanceId, 1), StepEditKind.Result, "by hand");

        Assert.Equal("aby hand", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task After_a_call_all_that_its_turn_decided_is_open_and_made_anew()
    {
        await using TestEngine engine = Start(r => Activities(r).AddOrchestratorFunc("both", async context =>
            string.Concat(await Task.WhenAll(context.CallActivityAsync<string>("good", "a"), context.CallActivityAsync<string>("good", "b")))));
        string source = (await engine.RunAsync("both")).InstanceId;
        _ran.Clear();

        string fork = await ForkAsync(engine, source, EventOf(engine, source, HistoryEventKind.ActivityScheduled, 0), StepEditKind.Result, "A");

        Assert.Equal("Ab", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(["b"], _ran);
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
        _ran.Clear();

        string fork = await engine.Engine.ForkAsync(new ForkRequest("one", EventOf(engine, "one", HistoryEventKind.SubOrchestrationCompleted, 0)) { NewId = "two" });

        Assert.Equal("12", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(["2"], _ran);
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
    public async Task An_event_is_given_another_payload()
    {
        await using TestEngine engine = Start(r => Activities(r).AddOrchestratorFunc("asked", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.WaitForExternalEvent<string>("answer")));
        string source = await engine.Client.ScheduleNewOrchestrationInstanceAsync("asked", Cancellation);
        await WaitsForAsync(engine, source, "event 'answer'");
        await engine.Client.RaiseEventAsync(source, "answer", "no", Cancellation);
        await engine.EndOfAsync(source);

        string fork = await ForkAsync(engine, source, EventOf(engine, source, HistoryEventKind.EventRaised, 0), StepEditKind.Result, "yes");

        Assert.Equal("ayes", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Inside_a_critical_section_it_is_refused()
    {
        EntityInstanceId entity = new("keeper", "one");
        await using TestEngine engine = Start(r => Activities(r).AddEntity<Keeper>("keeper").AddOrchestratorFunc("locking", async context =>
        {
            await using (await context.Entities.LockEntitiesAsync(entity))
            {
                await context.CallActivityAsync<string>("good", "a");
                await context.CallActivityAsync<string>("good", "b");
            }

            return await context.CallActivityAsync<string>("good", "c");
        }));
        string source = (await engine.RunAsync("locking")).InstanceId;

        ForkRefusedException refused = await Assert.ThrowsAsync<ForkRefusedException>(
            () => engine.Engine.ForkAsync(new ForkRequest(source, EventOf(engine, source, HistoryEventKind.ActivityCompleted, 0))));
        string after = await engine.Engine.ForkAsync(new ForkRequest(source, EventOf(engine, source, HistoryEventKind.ActivityCompleted, 2)));

        Assert.Contains("critical section", refused.Message, StringComparison.Ordinal);
        Assert.Equal("c", (await engine.EndOfAsync(after)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Code_that_does_not_follow_the_past_is_refused_and_nothing_is_made()
    {
        TestEngine before = Start(Chain);
        string source = (await before.RunAsync("chain")).InstanceId;
        await using TestEngine after = await before.RestartAsync(register: r => Activities(r).AddOrchestratorFunc("chain", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b")));

        ForkRefusedException refused = await Assert.ThrowsAsync<ForkRefusedException>(
            () => after.Engine.ForkAsync(new ForkRequest(source, Outcome(after, source, 2)) { NewId = "fork" }));

        Assert.Contains("does not follow", refused.Message, StringComparison.Ordinal);
        Assert.Null(await after.Client.GetInstanceAsync("fork", Cancellation));
    }

    [Fact]
    public async Task A_fork_goes_on_after_a_restart_and_can_be_rewound_with_its_edit()
    {
        _broken = true;
        TestEngine before = Start(r => Activities(r).AddOrchestratorFunc("chain", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b") + await context.WaitForExternalEvent<string>("go")));
        string source = (await before.RunAsync("chain")).InstanceId;
        string fork = await ForkAsync(before, source, EventOf(before, source, HistoryEventKind.ActivityScheduled, 1), StepEditKind.Input, "x");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await before.EndOfAsync(fork)).RuntimeStatus);
        _broken = false;
        await before.Client.RewindInstanceAsync(fork, "mended", Cancellation);
        await WaitsForAsync(before, fork, "event 'go'");

        await using TestEngine after = await before.RestartAsync();
        await after.Client.RaiseEventAsync(fork, "go", "!", Cancellation);

        Assert.Equal("ax!", (await after.EndOfAsync(fork)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_fork_of_a_fork_and_of_a_rewound_instance_follow_their_pasts()
    {
        _broken = true;
        await using TestEngine engine = Start(r => Activities(r).AddOrchestratorFunc("chain", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b") + await context.CallActivityAsync<string>("good", "c")));
        string source = (await engine.RunAsync("chain")).InstanceId;
        _broken = false;
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

    [Fact]
    public async Task What_cannot_be_forked_is_refused_with_a_word_why()
    {
        await using TestEngine engine = Start(Chain);
        string source = (await engine.RunAsync("chain")).InstanceId;

        await RefusedAsync(new ForkRequest(source, 0), "no event 0");
        await RefusedAsync(new ForkRequest(source, 1000), "no event 1000");
        await RefusedAsync(new ForkRequest(source, 1), "TurnStarted");
        await RefusedAsync(new ForkRequest(source, EventOf(engine, source, HistoryEventKind.ExecutionCompleted, 0)), "ExecutionCompleted");
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Engine.ForkAsync(new ForkRequest("nobody", 1)));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Engine.ForkAsync(new ForkRequest(source, 1) { Execution = 99 }));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Engine.ForkAsync(new ForkRequest(source, Outcome(engine, source, 0)) { NewId = "@entity@one" }));
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => engine.Engine.ForkAsync(new ForkRequest(source, Outcome(engine, source, 0)) { NewId = source }));

        async Task RefusedAsync(ForkRequest request, string why) =>
            Assert.Contains(why, (await Assert.ThrowsAsync<ForkRefusedException>(() => engine.Engine.ForkAsync(request))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_forks_history_follows_todays_code_and_says_where_it_comes_from()
    {
        await using TestEngine engine = Start(Chain);
        string source = (await engine.RunAsync("chain")).InstanceId;
        long after = Outcome(engine, source, 1);

        string fork = await ForkAsync(engine, source, after, StepEditKind.Result, "B");
        await engine.EndOfAsync(fork);

        InstanceHistory history = engine.Engine.ExportHistory(fork);
        HistoryEvent forked = Assert.Single(history.Document.Executions[0].Events, e => e.Kind == HistoryEventKind.ExecutionForked);
        Assert.Equal((source, after), (forked.Details!.ForkedFrom, forked.Details.ForkedAfter));
        Assert.Single(history.Document.Executions[0].Events, e => e.Details?.Edited == true);
        Assert.Null(engine.Engine.FindDivergence(InstanceHistory.Parse(history.ToJson())));
    }

    private static TestEngine Start(Action<DurableTaskRegistry> register, bool replays = false, TimeProvider? time = null) =>
        TestEngine.Start(register, time, options => options.ReplayEveryTurn |= replays);

    private void Chain(DurableTaskRegistry registry) => Activities(registry).AddOrchestratorFunc("chain", async context =>
        await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("good", "b") + await context.CallActivityAsync<string>("good", "c"));

    private static Task<string> ForkAsync(TestEngine engine, string source, long after, StepEditKind kind, object value) =>
        engine.Engine.ForkAsync(new ForkRequest(source, after) { Edit = new StepEdit(kind, value) });

    /// <summary>The number of the event by which the n-th call was answered.</summary>
    private static long Outcome(TestEngine engine, string id, int n) => Rows(engine, id)
        .Where(row => row.Event.Kind is HistoryEventKind.ActivityCompleted or HistoryEventKind.ActivityFailed).ElementAt(n).Sequence;

    private static long EventOf(TestEngine engine, string id, HistoryEventKind kind, int n) => EventOrNone(engine, id, kind, n)!.Value;

    private static long? EventOrNone(TestEngine engine, string id, HistoryEventKind kind, int n) =>
        Rows(engine, id).Where(row => row.Event.Kind == kind).ElementAtOrDefault(n)?.Sequence;

    private static List<HistoryRow> Rows(TestEngine engine, string id) =>
        engine.Engine.Journal.Read(session => HistoryReader.Bare(session, InstanceTable.Read(session, id, full: false)!.Execution));

    private static IEnumerable<string> Children(TestEngine engine, string id) =>
        engine.Engine.Journal.Read(session => InstanceTable.ReadChildren(session, id)).Select(child => child.Id).Order(StringComparer.Ordinal);

    private static async Task IdleAsync(TestEngine engine) => await engine.Engine.Core.Work.WhenIdleAsync(Cancellation);

    private static async Task WaitsForAsync(TestEngine engine, string id, params string[] what)
    {
        while (!Waits(engine, id).ToHashSet().SetEquals(what))
        {
            await Task.Yield();
        }
    }

    private static IEnumerable<string> Waits(TestEngine engine, string id) => engine.Engine.Journal.Read(session => InstanceTable.Read(session, id, full: false)) is { } head
        ? new InstanceWaits(engine.Engine.Core).Of(head).Select(wait => $"{wait.Kind} '{wait.Name}'")
        : [];

    private DurableTaskRegistry Activities(DurableTaskRegistry registry) => registry
        .AddActivityFunc<string, string>("good", (_, input) => Note(input, fails: false))
        .AddActivityFunc<string, string>("bad", (_, input) => Note(input, _broken));

    private string Note(string step, bool fails)
    {
        lock (_ran)
        {
            _ran.Add(step);
        }

        return fails ? throw new InvalidOperationException("broken") : step;
    }

    private sealed class Keeper : TaskEntity<int>
    {
        public int Get() => State;
    }
}
