using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Client.Entities;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Entities;

public sealed class EntityRulesTests
{
    private static readonly EntityInstanceId One = new("Thing", "One");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Operations_that_wait_together_share_one_object_of_the_entitys_class()
    {
        List<Batched> made = [];
        await using TestEngine engine = TestEngine.Start(r => r
            .AddEntity("thing", _ =>
            {
                Batched entity = new();
                made.Add(entity);
                return entity;
            })
            .AddOrchestratorFunc("work", async context =>
            {
                for (int i = 0; i < 10; i++)
                {
                    await context.Entities.SignalEntityAsync(One, "count");
                }

                return await context.Entities.CallEntityAsync<int>(One, "count");
            }));

        await engine.RunAsync("work");

        Assert.Equal(11, made.Sum(entity => entity.Runs));
        Assert.True(made.Count < 11);
    }

    [Fact]
    public async Task An_operation_that_reads_its_state_again_gets_the_same_object()
    {
        bool same = false;
        await using TestEngine engine = TestEngine.Start(r => Serve(r, operation =>
        {
            operation.State.SetState(new List<int> { 1 });
            same = ReferenceEquals(operation.State.GetState(typeof(List<int>)), operation.State.GetState(typeof(List<int>)));
            return null;
        }));

        await engine.RunAsync("call", "go");

        Assert.True(same);
    }

    [Fact]
    public async Task An_operation_may_have_an_empty_name_and_an_entity_an_empty_key()
    {
        EntityInstanceId nameless = new("thing", "");
        await using TestEngine engine = TestEngine.Start(r => Serve(r, operation =>
        {
            operation.State.SetState($"[{operation.Name}]");
            return null;
        }));

        await engine.Client.Entities.SignalEntityAsync(nameless, "", cancellation: Cancellation);
        await engine.Engine.Core.Work.WhenIdleAsync(Cancellation);

        Assert.Equal("[]", (await engine.Client.Entities.GetEntityAsync<string>(nameless, cancellation: Cancellation))?.State);
    }

    [Fact]
    public async Task An_id_that_names_no_entity_is_refused_where_it_is_used()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("call", context => context.Entities.CallEntityAsync(default, "get"))
            .AddOrchestratorFunc("signal", context => context.Entities.SignalEntityAsync(default, "get"))
            .AddOrchestratorFunc("lock", context => (Task)context.Entities.LockEntitiesAsync(default(EntityInstanceId))));

        foreach (string name in new[] { "call", "signal", "lock" })
        {
            Assert.True((await engine.RunAsync(name)).FailureDetails?.IsCausedBy<ArgumentException>());
        }

        await Assert.ThrowsAsync<ArgumentNullException>(() => engine.Client.Entities.SignalEntityAsync(default, "get", cancellation: Cancellation));
        await Assert.ThrowsAsync<ArgumentNullException>(() => engine.Client.Entities.GetEntityAsync(default, cancellation: Cancellation));
    }

    [Fact]
    public async Task The_id_of_an_entity_is_none_of_an_instance()
    {
        await using TestEngine engine = TestEngine.Start(_ => { });

        await Assert.ThrowsAsync<ArgumentException>(() => engine.Client.GetInstanceAsync(One.ToString(), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Client.WaitForInstanceStartAsync(One.ToString(), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Client.RaiseEventAsync(One.ToString(), "x", Cancellation));
    }

    [Fact]
    public async Task An_entity_that_is_not_registered_fails_its_calls()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("work", async context =>
            (await Assert.ThrowsAsync<EntityOperationFailedException>(() => context.Entities.CallEntityAsync(One, "get"))).FailureDetails.ErrorType));

        Assert.Equal("EntityTaskNotFound", (await engine.RunAsync("work")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_entity_without_a_state_is_listed_only_as_long_as_it_is_locked_and_when_asked_for()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddEntity<EntityTests.Counter>("thing")
            .AddOrchestratorFunc("hold", async context =>
            {
                await using IAsyncDisposable section = await context.Entities.LockEntitiesAsync(One);
                await context.WaitForExternalEvent<string>("go");
            })
            .AddOrchestratorFunc("wait", context => context.Entities.CallEntityAsync<int>(One, "get")));
        string holder = await StartAsync(engine, "hold");
        string waiter = await StartAsync(engine, "wait");
        await engine.Engine.Core.Work.WhenIdleAsync(Cancellation);

        EntityMetadata locked = Assert.Single(await ReadAsync(engine, transient: true));

        Assert.Equal((One, holder, 1, false), (locked.Id, locked.LockedBy, locked.BacklogQueueSize, locked.IncludesState));
        Assert.Empty(await ReadAsync(engine, transient: false));
        Assert.Null(await engine.Client.Entities.GetEntityAsync(One, cancellation: Cancellation));
        await engine.Client.RaiseEventAsync(holder, "go", Cancellation);
        await engine.EndOfAsync(waiter);
        Assert.Equal(0, Assert.Single(await ReadAsync(engine, transient: false)).BacklogQueueSize);
    }

    private static async Task<string> StartAsync(TestEngine engine, string name)
    {
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync(name, Cancellation);
        await engine.Engine.Core.Work.WhenIdleAsync(Cancellation);
        return id;
    }

    private static async Task<List<EntityMetadata>> ReadAsync(TestEngine engine, bool transient)
    {
        List<EntityMetadata> all = [];
        await foreach (EntityMetadata one in engine.Client.Entities.GetAllEntitiesAsync(new EntityQuery { IncludeTransient = transient }).WithCancellation(Cancellation))
        {
            all.Add(one);
        }

        return all;
    }

    private static void Serve(DurableTaskRegistry registry, Func<TaskEntityOperation, object?> handler) => registry
        .AddEntity("thing", new Handled(handler))
        .AddOrchestratorFunc<string>("call", (context, operation) => context.Entities.CallEntityAsync(One, operation));

    private sealed class Handled(Func<TaskEntityOperation, object?> handler) : ITaskEntity
    {
        public ValueTask<object?> RunAsync(TaskEntityOperation operation) => new(handler(operation));
    }

    private sealed class Batched : ITaskEntity
    {
        public int Runs { get; private set; }

        public ValueTask<object?> RunAsync(TaskEntityOperation operation)
        {
            Runs++;
            return new ValueTask<object?>(Runs);
        }
    }
}
