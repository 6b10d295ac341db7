using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Forking;

public sealed class ForkTests : ForkScenario
{
    [Theory]
    [MemberData(nameof(Replays))]
    public async Task Steps_up_to_the_event_are_kept_and_those_after_it_are_done_anew(bool replays)
    {
        await using TestEngine engine = Start(Chain, replays);
        string source = (await engine.RunAsync("chain")).InstanceId;
        Ran.Clear();

        string fork = await engine.Engine.ForkAsync(new ForkRequest(source, Outcome(engine, source, 1)));

        Assert.Equal("abc", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(["c"], Ran);
        Assert.NotEqual(source, fork);
    }

    [Theory]
    [MemberData(nameof(Replays))]
    public async Task A_step_is_given_another_result(bool replays)
    {
        await using TestEngine engine = Start(Chain, replays);
        string source = (await engine.RunAsync("chain")).InstanceId;
        Ran.Clear();

        string fork = await ForkAsync(engine, source, Outcome(engine, source, 1), StepEditKind.Result, "B");

        Assert.Equal("aBc", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(["c"], Ran);
        Assert.Equal("abc", (await engine.EndOfAsync(source)).ReadOutputAs<string>());
    }

    [Theory]
    [MemberData(nameof(Replays))]
    public async Task A_step_is_done_again_with_another_input(bool replays)
    {
        await using TestEngine engine = Start(Chain, replays);
        string source = (await engine.RunAsync("chain")).InstanceId;
        Ran.Clear();

        string fork = await ForkAsync(engine, source, Outcome(engine, source, 1), StepEditKind.Input, "x");

        Assert.Equal("axc", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
        Assert.Equal(["x", "c"], Ran);
    }

    [Fact]
    public async Task A_failed_step_is_mended_by_a_result()
    {
        Broken = true;
        await using TestEngine engine = Start(r => Activities(r).AddOrchestratorFunc("chain", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b")));
        OrchestrationMetadata failed = await engine.RunAsync("chain");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);

        string fork = await ForkAsync(engine, failed.InstanceId, Outcome(engine, failed.InstanceId, 1), StepEditKind.Result, "by hand");

        Assert.Equal("aby hand", (await engine.EndOfAsync(fork)).ReadOutputAs<string>());
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

    private sealed class Keeper : TaskEntity<int>
    {
        public int Get() => State;
    }
}
