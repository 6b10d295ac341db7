using Workflows.Durable.Client.Entities;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine;

public sealed class EntityTests
{
    private static readonly EntityInstanceId A = new("counter", "a");
    private static readonly EntityInstanceId B = new("counter", "b");

    [Fact]
    public async Task Calls_and_signals_change_the_state_one_after_another()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddEntity<Counter>("counter")
            .AddOrchestratorFunc("count", async context =>
            {
                await context.Entities.SignalEntityAsync(A, "Add", 1);
                await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => context.Entities.CallEntityAsync<int>(A, "add", 2)));
                return await context.Entities.CallEntityAsync<int>(A, "get");
            }));

        Assert.Equal(101, (await engine.RunAsync("count")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_operation_that_throws_changes_nothing_and_tells_its_caller()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddEntity<Counter>("counter")
            .AddOrchestratorFunc("break", async context =>
            {
                await context.Entities.CallEntityAsync<int>(A, "add", 5);
                string said = "";
                try
                {
                    await context.Entities.CallEntityAsync(A, "break");
                }
                catch (EntityOperationFailedException e)
                {
                    said = e.FailureDetails.ErrorMessage;
                }

                return said + await context.Entities.CallEntityAsync<int>(A, "get");
            }));

        Assert.Equal("broken5", (await engine.RunAsync("break")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Locks_over_several_entities_make_transfers_whole_and_do_not_deadlock()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddEntity<Counter>("counter")
            .AddOrchestratorFunc<bool, int>("transfer", async (context, forth) =>
            {
                (EntityInstanceId from, EntityInstanceId to) = forth ? (A, B) : (B, A);
                await using (await context.Entities.LockEntitiesAsync(from, to))
                {
                    int amount = await context.Entities.CallEntityAsync<int>(from, "get");
                    await context.Entities.CallEntityAsync<int>(from, "add", -amount);
                    await context.Entities.CallEntityAsync<int>(to, "add", amount);
                }

                return 0;
            })
            .AddOrchestratorFunc("total", async context =>
                await context.Entities.CallEntityAsync<int>(A, "get") + await context.Entities.CallEntityAsync<int>(B, "get")));
        await engine.Client.Entities.SignalEntityAsync(A, "add", 7, cancellation: TestContext.Current.CancellationToken);
        await engine.Client.Entities.SignalEntityAsync(B, "add", 5, cancellation: TestContext.Current.CancellationToken);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => engine.RunAsync("transfer", i % 2 == 0)));

        Assert.Equal(12, (await engine.RunAsync("total")).ReadOutputAs<int>());
        EntityMetadata<int>? a = await engine.Client.Entities.GetEntityAsync<int>(A, cancellation: TestContext.Current.CancellationToken);
        Assert.Null(a?.LockedBy);
    }

    [Fact]
    public async Task A_lock_is_freed_when_its_holder_is_terminated()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddEntity<Counter>("counter")
            .AddOrchestratorFunc("hold", async context =>
            {
                await using (await context.Entities.LockEntitiesAsync(A, B))
                {
                    await context.Entities.CallEntityAsync<int>(A, "add", 1);
                    await context.WaitForExternalEvent<string>("never");
                }
            })
            .AddOrchestratorFunc("get", context => context.Entities.CallEntityAsync<int>(A, "get")));
        string holder = await engine.Client.ScheduleNewOrchestrationInstanceAsync("hold", TestContext.Current.CancellationToken);
        while (engine.Engine.Core.WaitsFor(holder) is not ["event 'never'"])
        {
            await Task.Yield();
        }

        string waiter = await engine.Client.ScheduleNewOrchestrationInstanceAsync("get", TestContext.Current.CancellationToken);
        await engine.Client.TerminateInstanceAsync(holder, TestContext.Current.CancellationToken);

        Assert.Equal(1, (await engine.EndOfAsync(waiter)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task State_outlives_a_restart_and_a_scheduled_signal_arrives_at_its_time()
    {
        VirtualTime time = new();
        TestEngine before = TestEngine.Start(r => r
            .AddEntity<Counter>("counter")
            .AddOrchestratorFunc("get", context => context.Entities.CallEntityAsync<int>(A, "get")), time);
        await before.Client.Entities.SignalEntityAsync(A, "add", 1, cancellation: TestContext.Current.CancellationToken);
        await before.Client.Entities.SignalEntityAsync(A, "add", 10, time.GetUtcNow().AddHours(1), TestContext.Current.CancellationToken);
        Assert.Equal(1, (await before.RunAsync("get")).ReadOutputAs<int>());

        await using TestEngine after = await before.RestartAsync(time);
        Assert.Equal(1, (await after.RunAsync("get")).ReadOutputAs<int>());
        time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(11, (await after.RunAsync("get")).ReadOutputAs<int>());
    }

    public sealed class Counter : TaskEntity<int>
    {
        public int Add(int amount) => State += amount;

        public int Get() => State;

        public void Break()
        {
            State = -1;
            throw new InvalidOperationException("broken");
        }
    }
}
