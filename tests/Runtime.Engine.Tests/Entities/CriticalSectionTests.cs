using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Entities;

public sealed class CriticalSectionTests
{
    private static readonly EntityInstanceId A = new("counter", "a");
    private static readonly EntityInstanceId B = new("counter", "b");

    [Fact]
    public async Task The_entities_that_may_be_called_are_those_without_an_open_call()
    {
        await using TestEngine engine = Start(async context =>
        {
            List<string> seen = [Callable(context)];
            await using (await context.Entities.LockEntitiesAsync(A, B))
            {
                seen.Add(Callable(context));
                Task<int> call = context.Entities.CallEntityAsync<int>(A, "get");
                seen.Add(Callable(context));
                await call;
                seen.Add(Callable(context));
            }

            seen.Add(Callable(context));
            return string.Join(" | ", seen);
        });

        Assert.Equal("False: | True: @counter@a @counter@b | True: @counter@b | True: @counter@a @counter@b | False:", await RunAsync(engine));
    }

    [Fact]
    public async Task A_busy_entity_is_not_called_again_in_the_section()
    {
        await using TestEngine engine = Start(async context =>
        {
            await using IAsyncDisposable section = await context.Entities.LockEntitiesAsync(A);
            Task<int> call = context.Entities.CallEntityAsync<int>(A, "get");
            string refused = await RefusedAsync(() => context.Entities.CallEntityAsync<int>(A, "get"));
            await call;
            return refused;
        });

        Assert.Equal(nameof(InvalidOperationException), await RunAsync(engine));
    }

    [Theory]
    [InlineData("call of an entity that is not locked")]
    [InlineData("signal to a locked entity")]
    [InlineData("sub-orchestration")]
    [InlineData("second section")]
    public async Task What_could_wait_for_the_own_lock_is_refused_in_a_section(string what)
    {
        await using TestEngine engine = Start(async context =>
        {
            await using IAsyncDisposable section = await context.Entities.LockEntitiesAsync(A);
            return await RefusedAsync(() => Do(context, what));
        });

        Assert.Equal(nameof(InvalidOperationException), await RunAsync(engine));
    }

    [Theory]
    [InlineData("call of an entity that is not locked")]
    [InlineData("signal to a locked entity")]
    [InlineData("sub-orchestration")]
    [InlineData("second section")]
    public async Task The_same_is_refused_while_the_locks_are_asked_for(string what)
    {
        await using TestEngine engine = Start(async context =>
        {
            Task<IAsyncDisposable> asked = context.Entities.LockEntitiesAsync(A);
            string refused = await RefusedAsync(() => Do(context, what));
            await (await asked).DisposeAsync();
            return refused;
        });

        Assert.Equal(nameof(InvalidOperationException), await RunAsync(engine));
    }

    [Fact]
    public async Task Nothing_to_lock_is_refused()
    {
        await using TestEngine engine = Start(context => RefusedAsync(() => context.Entities.LockEntitiesAsync()));

        Assert.Equal(nameof(ArgumentException), await RunAsync(engine));
    }

    private static Task Do(TaskOrchestrationContext context, string what) => what switch
    {
        "call of an entity that is not locked" => context.Entities.CallEntityAsync(B, "get"),
        "signal to a locked entity" => context.Entities.SignalEntityAsync(A, "get"),
        "sub-orchestration" => context.CallSubOrchestratorAsync("other"),
        _ => context.Entities.LockEntitiesAsync(B),
    };

    private static async Task<string> RefusedAsync(Func<Task> action)
    {
        try
        {
            await action();
            return "done";
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return e.GetType().Name;
        }
    }

    private static string Callable(TaskOrchestrationContext context)
    {
        bool inside = context.Entities.InCriticalSection(out IReadOnlyList<EntityInstanceId>? ids);
        return $"{inside}: {string.Join(' ', ids!.Select(id => id.ToString()).Order(StringComparer.Ordinal))}".TrimEnd();
    }

    private static TestEngine Start(Func<TaskOrchestrationContext, Task<string>> orchestrator) =>
        TestEngine.Start(r => r.AddEntity<EntityTests.Counter>("counter").AddOrchestratorFunc("work", orchestrator).AddOrchestratorFunc("other", _ => { }));

    private static async Task<string?> RunAsync(TestEngine engine)
    {
        OrchestrationMetadata ended = await engine.RunAsync("work");
        Assert.Null(ended.FailureDetails);
        return ended.ReadOutputAs<string>();
    }
}
