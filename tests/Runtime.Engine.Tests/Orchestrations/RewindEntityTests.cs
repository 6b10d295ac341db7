using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Orchestrations;

public sealed class RewindEntityTests : RewindScenario
{
    [Fact]
    public async Task A_critical_section_that_was_not_left_is_entered_once_more()
    {
        EntityInstanceId counter = new("counter", "1");
        await using TestEngine engine = TestEngine.Start(r => Activities(r)
            .AddEntity<RewindCounter>("counter")
            .AddOrchestratorFunc("locking", async context =>
            {
                await using IAsyncDisposable section = await context.Entities.LockEntitiesAsync(counter);
                await context.CallActivityAsync<string>("bad", "a");
                return await context.Entities.CallEntityAsync<int>(counter, "add", 1);
            }));
        string id = (await engine.RunAsync("locking")).InstanceId;

        Assert.Equal(1, (await RewindAsync(engine, id)).ReadOutputAs<int>());
        Assert.Equal(["a", "a"], Ran);
    }

    [Fact]
    public async Task An_operation_of_an_entity_that_failed_is_called_again()
    {
        EntityInstanceId counter = new("counter", "1");
        RewindCounter.Broken = true;
        await using TestEngine engine = TestEngine.Start(r => r
            .AddEntity<RewindCounter>("counter")
            .AddOrchestratorFunc("calling", context => context.Entities.CallEntityAsync<int>(counter, "Fragile", 5)));
        string id = (await engine.RunAsync("calling")).InstanceId;
        RewindCounter.Broken = false;

        Assert.Equal(5, (await RewindAsync(engine, id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Locks_that_were_asked_for_when_an_instance_failed_do_not_stand_in_its_way_when_it_is_rewound()
    {
        EntityInstanceId slow = new("slow", "1");
        EntityInstanceId other = new("slow", "2");
        TaskCompletionSource began = new();
        TaskCompletionSource release = new();
        await using TestEngine engine = TestEngine.Start(r => Activities(r)
            .AddEntity("slow", _ => new RewindSlow(began, release.Task))
            .AddOrchestratorFunc("locking", async context =>
            {
                await context.WaitForExternalEvent<string>("go");
                Task<IAsyncDisposable> locks = context.Entities.LockEntitiesAsync(slow, other);
                string result = await context.CallActivityAsync<string>("bad", "a");
                await using IAsyncDisposable section = await locks;
                return result;
            }));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("locking", TestContext.Current.CancellationToken);
        await engine.Client.Entities.SignalEntityAsync(slow, "first", cancellation: TestContext.Current.CancellationToken);
        await began.Task;
        await engine.Client.RaiseEventAsync(id, "go", "", TestContext.Current.CancellationToken);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.EndOfAsync(id)).RuntimeStatus);
        Broken = false;
        await engine.Client.RewindInstanceAsync(id, "mended", TestContext.Current.CancellationToken);
        await WaitsForAsync(engine, id, "lock 'lock'");
        release.SetResult();

        Assert.Equal("a", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_lock_that_is_granted_after_a_rewind_is_given_back_when_the_code_does_not_want_it_any_more()
    {
        EntityInstanceId slow = new("slow", "1");
        EntityInstanceId other = new("slow", "2");
        TaskCompletionSource began = new();
        TaskCompletionSource release = new();
        await using TestEngine engine = TestEngine.Start(r => Activities(r)
            .AddEntity("slow", _ => new RewindSlow(began, release.Task))
            .AddOrchestratorFunc("locking", async context =>
            {
                await context.WaitForExternalEvent<string>("go");
                if (Broken)
                {
                    _ = context.Entities.LockEntitiesAsync(slow, other);
                }

                return await context.CallActivityAsync<string>("bad", "a") + await context.WaitForExternalEvent<string>("end");
            })
            .AddOrchestratorFunc("next", async context =>
            {
                await using IAsyncDisposable section = await context.Entities.LockEntitiesAsync(other);
                return "in";
            }));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("locking", TestContext.Current.CancellationToken);
        await engine.Client.Entities.SignalEntityAsync(slow, "first", cancellation: TestContext.Current.CancellationToken);
        await began.Task;
        await engine.Client.RaiseEventAsync(id, "go", "", TestContext.Current.CancellationToken);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.EndOfAsync(id)).RuntimeStatus);
        Broken = false;
        await engine.Client.RewindInstanceAsync(id, "mended", TestContext.Current.CancellationToken);
        await WaitsForAsync(engine, id, "event 'end'");
        release.SetResult();

        Assert.Equal("in", (await engine.RunAsync("next")).ReadOutputAs<string>());
        await engine.Client.RaiseEventAsync(id, "end", "!", TestContext.Current.CancellationToken);
        Assert.Equal("a!", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    private sealed class RewindCounter : TaskEntity<int>
    {
        public static bool Broken { get; set; }

        public int Add(int by) => State += by;

        public int Fragile(int by) => Broken ? throw new InvalidOperationException("broken") : State += by;
    }

    private sealed class RewindSlow(TaskCompletionSource began, Task release) : TaskEntity<int>
    {
        public async Task First()
        {
            began.TrySetResult();
            await release;
        }
    }
}
