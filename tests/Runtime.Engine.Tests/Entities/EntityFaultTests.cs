using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Entities;

public sealed class EntityFaultTests
{
    private static readonly EntityInstanceId A = new("counter", "a");
    private static readonly EntityInstanceId B = new("counter", "b");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Orchestrations_started_by_an_entity_have_new_ids_after_a_restart()
    {
        TestEngine before = TestEngine.Start(Register);
        await SignalAsync(before, "Start");
        await using TestEngine after = await before.RestartAsync();
        await SignalAsync(after, "Start");

        List<OrchestrationMetadata> started = [];
        await foreach (OrchestrationMetadata one in after.Client.GetAllInstancesAsync())
        {
            started.Add(one);
        }

        Assert.Equal(2, started.Count);
    }

    [Fact]
    public async Task A_service_that_throws_when_it_is_disposed_of_does_not_hold_up_its_entity()
    {
        await using TestEngine engine = TestEngine.Start(
            r => r
                .AddEntity("served", services =>
                {
                    services.GetRequiredService<Thrower>();
                    return new EntityTests.Counter();
                })
                .AddOrchestratorFunc("call", context => context.Entities.CallEntityAsync<int>(new EntityInstanceId("served", "a"), "add", 2)),
            services: services => services.AddScoped<Thrower>());

        Assert.Equal(2, (await engine.RunAsync("call")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_lock_is_freed_when_its_holder_waited_in_the_chain_and_was_terminated()
    {
        await using TestEngine engine = TestEngine.Start(Register);
        string first = await HoldAsync(engine, B);
        string second = await HoldAsync(engine, A, B);

        await engine.Client.TerminateInstanceAsync(second, "enough", Stop);
        await engine.EndOfAsync(second);
        await engine.Client.RaiseEventAsync(first, "go", "", Stop);
        await engine.EndOfAsync(first);
        string third = await HoldAsync(engine, A, B);
        await engine.Client.RaiseEventAsync(third, "go", "", Stop);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.EndOfAsync(third)).RuntimeStatus);
    }

    [Fact]
    public async Task A_lock_is_freed_when_the_code_of_its_holder_changed_before_the_lock()
    {
        TestEngine before = TestEngine.Start(r =>
        {
            Register(r);
            r.AddOrchestratorFunc("change", async context =>
            {
                await context.CallActivityAsync("old");
                await using IAsyncDisposable section = await context.Entities.LockEntitiesAsync(A);
                await context.WaitForExternalEvent<string>("go");
            });
            r.AddActivityFunc("old", _ => { });
        });
        string id = await before.Client.ScheduleNewOrchestrationInstanceAsync("change", Stop);
        await before.Engine.Core.Work.WhenIdleAsync(Stop);
        await using TestEngine after = await before.RestartAsync(register: r =>
        {
            Register(r);
            r.AddOrchestratorFunc("change", context => context.CallActivityAsync("new"));
        });
        await after.Client.RaiseEventAsync(id, "go", "", Stop);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await after.EndOfAsync(id)).RuntimeStatus);

        string next = await HoldAsync(after, A);
        await after.Client.RaiseEventAsync(next, "go", "", Stop);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await after.EndOfAsync(next)).RuntimeStatus);
    }

    [Fact]
    public async Task A_holder_goes_on_in_its_critical_section_after_a_restart()
    {
        TestEngine before = TestEngine.Start(Register);
        string holder = await HoldAsync(before, A, B);
        string waiter = await HoldAsync(before, A);

        await using TestEngine after = await before.RestartAsync();
        await after.Client.RaiseEventAsync(waiter, "go", "", Stop);
        await after.Client.RaiseEventAsync(holder, "go", "", Stop);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await after.EndOfAsync(holder)).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await after.EndOfAsync(waiter)).RuntimeStatus);
    }

    [Fact]
    public async Task A_purged_holder_whose_lock_is_granted_afterwards_gives_it_back()
    {
        await using TestEngine engine = TestEngine.Start(Register);
        string first = await HoldAsync(engine, B);
        string second = await HoldAsync(engine, A, B);
        await engine.Client.TerminateInstanceAsync(second, "enough", Stop);
        await engine.EndOfAsync(second);
        await engine.Client.PurgeInstanceAsync(second, Stop);
        await engine.Client.RaiseEventAsync(first, "go", "", Stop);
        await engine.EndOfAsync(first);
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);

        Assert.Equal(0L, engine.Engine.Journal.Read(session => session.Scalar("SELECT count(*) FROM entities WHERE locked_by IS NOT NULL")));
    }

    [Fact]
    public async Task A_delayed_signal_of_the_holder_is_no_part_of_its_critical_section()
    {
        VirtualTime time = new();
        await using TestEngine engine = TestEngine.Start(
            r =>
            {
                Register(r);
                r.AddOrchestratorFunc<int>("delayed", async context =>
                {
                    await context.Entities.SignalEntityAsync(A, "add", 1, new DateTimeOffset(context.CurrentUtcDateTime).AddSeconds(5));
                    await using IAsyncDisposable section = await context.Entities.LockEntitiesAsync(A);
                    await context.CreateTimer(TimeSpan.FromSeconds(10), CancellationToken.None);
                    return await context.Entities.CallEntityAsync<int>(A, "get");
                });
            },
            time);
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("delayed", Stop);
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);
        time.Advance(TimeSpan.FromSeconds(6));
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);
        time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(0, (await engine.EndOfAsync(id)).ReadOutputAs<int>());
    }

    private static void Register(DurableTaskRegistry registry) => registry
        .AddEntity<Starter>("starter")
        .AddEntity<EntityTests.Counter>("counter")
        .AddOrchestratorFunc<int>("started", _ => Task.FromResult(1))
        .AddOrchestratorFunc<EntityInstanceId[], int>("hold", async (context, ids) =>
        {
            await using IAsyncDisposable section = await context.Entities.LockEntitiesAsync(ids);
            await context.WaitForExternalEvent<string>("go");
            return await context.Entities.CallEntityAsync<int>(ids[0], "add", 1);
        });

    private static async Task<string> HoldAsync(TestEngine engine, params EntityInstanceId[] ids)
    {
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("hold", ids, Stop);
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);
        return id;
    }

    private static async Task SignalAsync(TestEngine engine, string operation)
    {
        await engine.Client.Entities.SignalEntityAsync(new EntityInstanceId("starter", "s"), operation, cancellation: Stop);
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);
    }

    public sealed class Starter : TaskEntity<int>
    {
        public void Start() => Context.ScheduleNewOrchestration(new TaskName("started"));
    }

    private sealed class Thrower : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("from a disposal");
    }
}
