using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Orchestrations;

namespace Workflows.Runtime.Engine.Client;

public sealed class InstanceIdReuseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed, true)]
    [InlineData(OrchestrationRuntimeStatus.Failed, false)]
    public async Task A_start_is_refused_when_the_ended_instance_is_in_a_named_status(OrchestrationRuntimeStatus kept, bool refused)
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("work", context => context.NewGuid()));
        await engine.RunAsync("work", null, "one");

        Exception? error = await Record.ExceptionAsync(() => StartAsync(engine, kept));

        Assert.Equal(refused, error is OrchestrationAlreadyExistsException);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Running, true)]
    [InlineData(OrchestrationRuntimeStatus.Completed, false)]
    public async Task A_running_instance_is_replaced_unless_its_status_is_named(OrchestrationRuntimeStatus kept, bool refused)
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc<string?, string>(
            "work", async (context, input) => input ?? await context.WaitForExternalEvent<string>("never")));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("work", new StartOrchestrationOptions("one"), Cancellation);
        await engine.Client.WaitForInstanceStartAsync("one", Cancellation);

        Exception? error = await Record.ExceptionAsync(() => StartAsync(engine, kept));

        Assert.Equal(refused, error is OrchestrationAlreadyExistsException);
        if (!refused)
        {
            Assert.Equal("second", (await engine.EndOfAsync("one")).ReadOutputAs<string>());
        }
    }

    [Fact]
    public async Task A_running_instance_is_not_terminated_when_terminated_ones_are_kept()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("work", context => context.WaitForExternalEvent<string>("never")));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("work", new StartOrchestrationOptions("one"), Cancellation);
        await engine.Client.WaitForInstanceStartAsync("one", Cancellation);

        await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(engine, OrchestrationRuntimeStatus.Terminated));

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await engine.Client.GetInstanceAsync("one", Cancellation))?.RuntimeStatus);
    }

    [Fact]
    public async Task An_instance_that_somebody_else_has_replaced_meanwhile_is_replaced_too()
    {
        TaskCompletionSource entered = new();
        using ManualResetEventSlim gate = new();
        await using TestEngine engine = TestEngine.Start(
            r => r.AddOrchestratorFunc<string?, string>("work", async (context, input) =>
            {
                string result = input ?? await context.WaitForExternalEvent<string>("go");
                entered.TrySetResult();
                gate.Wait(Cancellation);
                return result;
            }));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("work", new StartOrchestrationOptions("one"), Cancellation);
        await engine.Client.WaitForInstanceStartAsync("one", Cancellation);
        await engine.Client.RaiseEventAsync("one", "go", "first", Cancellation);
        await entered.Task;
        Task start = StartAsync(engine, OrchestrationRuntimeStatus.Completed);
        while (!engine.Engine.Core.Watch.Waiters.Any())
        {
            await Task.Yield();
        }

        await engine.Engine.Journal.CommitAsync(session => NewInstance
            .Create(engine.Engine.Core.Ids, "one", "work", "\"between\"", engine.Engine.Core.Now(), new EventDetails()).Insert(session, _ => true));
        engine.Engine.Core.Watch.Changed("one");
        gate.Set();

        await start.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Equal("second", (await engine.EndOfAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_name_that_is_no_status_is_refused()
    {
        await using TestEngine engine = TestEngine.Start(_ => { });

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "work", new StartOrchestrationOptions("one") { DedupeStatuses = ["Finished"] }, Cancellation));

        Assert.Contains("'Finished' is no runtime status", error.Message, StringComparison.Ordinal);
    }

    private static Task<string> StartAsync(TestEngine engine, OrchestrationRuntimeStatus kept) => engine.Client.ScheduleNewOrchestrationInstanceAsync(
        "work", "second", new StartOrchestrationOptions("one").WithDedupeStatuses(kept), Cancellation);
}
