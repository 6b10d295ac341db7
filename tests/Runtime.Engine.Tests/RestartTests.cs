using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Testing;

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
        VirtualTime time = new();
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
    public async Task A_file_that_is_in_use_can_be_looked_at_and_not_changed()
    {
        await using TestEngine running = TestEngine.Start(r => r.AddOrchestratorFunc("wait", context => context.WaitForExternalEvent<string>("go")));
        string id = await running.Client.ScheduleNewOrchestrationInstanceAsync("wait", TestContext.Current.CancellationToken);
        await running.Client.WaitForInstanceStartAsync(id, TestContext.Current.CancellationToken);
        DurableEngineOptions options = new() { DataFile = running.DataFile, RunsWork = false };
        await using DurableEngine looking = new(options, TimeProvider.System);
        looking.Start(new DurableTaskRegistry(), new ServiceCollection().BuildServiceProvider());

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await looking.Client.GetInstanceAsync(id, TestContext.Current.CancellationToken))!.RuntimeStatus);
        await Assert.ThrowsAsync<JournalException>(() => looking.Client.RaiseEventAsync(id, "go", "", TestContext.Current.CancellationToken));
    }
}
