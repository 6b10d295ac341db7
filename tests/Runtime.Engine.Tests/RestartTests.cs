using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine;

public sealed class RestartTests
{
    [Fact]
    public async Task A_waiting_instance_goes_on_after_a_restart_and_runs_no_finished_step_again()
    {
        int first = 0;
        void Register(DurableTaskRegistry r) => r
            .AddOrchestratorFunc("steps", async context =>
            {
                string a = await context.CallActivityAsync<string>("first");
                string b = await context.WaitForExternalEvent<string>("go");
                return a + b + await context.CallActivityAsync<string>("second");
            })
            .AddActivityFunc<string>("first", _ => $"a{Interlocked.Increment(ref first)}")
            .AddActivityFunc<string>("second", _ => "c");
        TestEngine before = TestEngine.Start(Register);
        string id = await before.Client.ScheduleNewOrchestrationInstanceAsync("steps", TestContext.Current.CancellationToken);
        while (before.Engine.Core.WaitsFor(id) is not ["event 'go'"])
        {
            await Task.Yield();
        }

        await using TestEngine after = await before.RestartAsync();
        await after.Client.RaiseEventAsync(id, "go", "b", TestContext.Current.CancellationToken);

        Assert.Equal("a1bc", (await after.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_timer_that_came_due_while_the_engine_was_down_fires_at_once()
    {
        ManualTimeProvider time = new();
        TestEngine before = TestEngine.Start(
            r => r.AddOrchestratorFunc("sleep", async context =>
            {
                DateTime start = context.CurrentUtcDateTime;
                await context.CreateTimer(TimeSpan.FromHours(24), CancellationToken.None);
                return context.CurrentUtcDateTime - start;
            }),
            time);
        string id = await before.Client.ScheduleNewOrchestrationInstanceAsync("sleep", TestContext.Current.CancellationToken);
        while (before.Engine.Core.WaitsFor(id).Count == 0)
        {
            await Task.Yield();
        }

        time.Advance(TimeSpan.FromHours(30));
        await using TestEngine after = await before.RestartAsync(time);

        Assert.True((await after.EndOfAsync(id)).ReadOutputAs<TimeSpan>() >= TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task Code_that_changed_under_a_running_instance_fails_it_with_event_and_call()
    {
        TestEngine before = TestEngine.Start(r => r
            .AddOrchestratorFunc("change", async context =>
            {
                await context.CallActivityAsync("old");
                await context.WaitForExternalEvent<string>("go");
            })
            .AddActivityFunc("old", _ => { }));
        string id = await before.Client.ScheduleNewOrchestrationInstanceAsync("change", TestContext.Current.CancellationToken);
        while (before.Engine.Core.WaitsFor(id) is not ["event 'go'"])
        {
            await Task.Yield();
        }

        await using TestEngine after = await before.RestartAsync(register: r => r
            .AddOrchestratorFunc("change", context => context.CallActivityAsync("new"))
            .AddActivityFunc("new", _ => { }));
        await after.Client.RaiseEventAsync(id, "go", "", TestContext.Current.CancellationToken);
        OrchestrationMetadata ended = await after.EndOfAsync(id);

        Assert.Contains("ActivityScheduled 'old' #0 was recorded", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("ActivityScheduled 'new' #0", ended.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evicted_instance_is_replayed_when_something_reaches_it()
    {
        await using TestEngine engine = TestEngine.Start(
            r => r.AddOrchestratorFunc("wait", async context =>
                await context.WaitForExternalEvent<int>("a") + await context.WaitForExternalEvent<int>("b")),
            configure: options => options.MaxResidentInstances = 4);
        List<string> ids = [];
        for (int i = 0; i < 40; i++)
        {
            ids.Add(await engine.Client.ScheduleNewOrchestrationInstanceAsync("wait", TestContext.Current.CancellationToken));
        }

        foreach (string name in new[] { "a", "b" })
        {
            foreach (string id in ids)
            {
                await engine.Client.RaiseEventAsync(id, name, 1, TestContext.Current.CancellationToken);
            }
        }

        foreach (string id in ids)
        {
            Assert.Equal(2, (await engine.EndOfAsync(id)).ReadOutputAs<int>());
        }
    }

    [Fact]
    public async Task An_engine_that_only_looks_runs_nothing_and_leaves_everything_to_the_next()
    {
        int runs = 0;
        TestEngine looking = TestEngine.Start(
            r => r.AddOrchestratorFunc("count", _ => Task.FromResult(Interlocked.Increment(ref runs))),
            configure: options => options.RunsWork = false);
        string id = await looking.Client.ScheduleNewOrchestrationInstanceAsync("count", TestContext.Current.CancellationToken);
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await looking.Client.GetInstanceAsync(id, TestContext.Current.CancellationToken))!.RuntimeStatus);

        await using TestEngine running = await looking.RestartAsync();

        Assert.Equal(1, (await running.EndOfAsync(id)).ReadOutputAs<int>());
    }
}
