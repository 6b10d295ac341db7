using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Orchestrations;

public sealed class RewindTests
{
    private readonly List<string> _ran = [];
    private volatile bool _broken = true;

    [Fact]
    public async Task A_failed_activity_runs_again_and_finished_ones_do_not()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r).AddOrchestratorFunc("steps", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b") + await context.CallActivityAsync<string>("good", "c")));
        OrchestrationMetadata failed = await engine.RunAsync("steps");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);

        OrchestrationMetadata ended = await RewindAsync(engine, failed.InstanceId);

        Assert.Equal("abc", ended.ReadOutputAs<string>());
        Assert.Equal(["a", "b", "b", "c"], _ran);
        Assert.Null(ended.FailureDetails);
    }

    [Fact]
    public async Task A_rewound_instance_goes_on_after_a_restart()
    {
        void Register(DurableTaskRegistry r) => Activities(r).AddOrchestratorFunc("steps", async context =>
            await context.CallActivityAsync<string>("bad", "a") + await context.WaitForExternalEvent<string>("go") + await context.CallActivityAsync<string>("good", "c"));
        TestEngine before = TestEngine.Start(Register);
        string id = (await before.RunAsync("steps")).InstanceId;
        _broken = false;
        await before.Client.RewindInstanceAsync(id, "mended", TestContext.Current.CancellationToken);
        while (before.Engine.Core.WaitsFor(id) is not ["event 'go'"])
        {
            await Task.Yield();
        }

        await using TestEngine after = await before.RestartAsync();
        await after.Client.RaiseEventAsync(id, "go", "b", TestContext.Current.CancellationToken);

        Assert.Equal("abc", (await after.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task What_an_instance_did_after_a_failure_that_it_caught_is_masked_with_it()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r).AddOrchestratorFunc("compensating", async context =>
        {
            try
            {
                return await context.CallActivityAsync<string>("bad", "a");
            }
            catch (TaskFailedException)
            {
                await context.CallActivityAsync<string>("good", "undo");
                throw;
            }
        }));
        string id = (await engine.RunAsync("compensating")).InstanceId;

        Assert.Equal("a", (await RewindAsync(engine, id)).ReadOutputAs<string>());
        Assert.Equal(["a", "undo", "a"], _ran);
    }

    [Fact]
    public async Task A_parallel_path_keeps_its_results_when_the_other_path_is_done_again()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r).AddOrchestratorFunc("paths", async context =>
        {
            async Task<string> First()
            {
                try
                {
                    return await context.CallActivityAsync<string>("bad", "a");
                }
                catch (TaskFailedException)
                {
                    await context.CallActivityAsync<string>("good", "undo");
                    await context.WaitForExternalEvent<string>("fail");
                    throw;
                }
            }

            async Task<string> Second()
            {
                await context.WaitForExternalEvent<string>("second");
                return await context.CallActivityAsync<string>("good", "b");
            }

            return string.Concat(await Task.WhenAll(First(), Second()));
        }));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("paths", TestContext.Current.CancellationToken);
        await WaitsForAsync(engine, id, "event 'second'", "event 'fail'");
        await engine.Client.RaiseEventAsync(id, "second", "", TestContext.Current.CancellationToken);
        await WaitsForAsync(engine, id, "event 'fail'");
        await engine.Client.RaiseEventAsync(id, "fail", "", TestContext.Current.CancellationToken);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.EndOfAsync(id)).RuntimeStatus);

        Assert.Equal("ab", (await RewindAsync(engine, id)).ReadOutputAs<string>());
        Assert.Equal(["a", "undo", "b", "a"], _ran);
    }

    [Fact]
    public async Task A_failed_sub_orchestration_is_rewound_with_its_parent_and_not_started_anew()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r)
            .AddOrchestratorFunc("parent", context => context.CallSubOrchestratorAsync<string>("child", options: new SubOrchestrationOptions { InstanceId = "the-child" }))
            .AddOrchestratorFunc("child", async context => await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b")));
        string id = (await engine.RunAsync("parent")).InstanceId;

        Assert.Equal("ab", (await RewindAsync(engine, id)).ReadOutputAs<string>());
        Assert.Equal(["a", "b", "b"], _ran);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.EndOfAsync("the-child")).RuntimeStatus);
    }

    [Fact]
    public async Task An_instance_can_be_rewound_again_and_again()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r).AddOrchestratorFunc("steps", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b") + await context.CallActivityAsync<string>("good", "c")));
        string id = (await engine.RunAsync("steps")).InstanceId;
        for (int i = 0; i < 3; i++)
        {
            await engine.Client.RewindInstanceAsync(id, "again", TestContext.Current.CancellationToken);
            Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.EndOfAsync(id)).RuntimeStatus);
        }

        Assert.Equal("abc", (await RewindAsync(engine, id)).ReadOutputAs<string>());
        Assert.Equal(["a", "b", "b", "b", "b", "b", "c"], _ran);
    }

    [Fact]
    public async Task An_instance_that_failed_by_its_own_code_goes_on_with_code_that_was_mended()
    {
        TestEngine before = TestEngine.Start(r => Activities(r).AddOrchestratorFunc("steps", async context =>
            (await context.CallActivityAsync<string>("good", "a"))[5..]));
        string id = (await before.RunAsync("steps")).InstanceId;
        await using TestEngine after = await before.RestartAsync(register: r => Activities(r).AddOrchestratorFunc("steps", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("good", "b")));

        Assert.Equal("ab", (await RewindAsync(after, id)).ReadOutputAs<string>());
        Assert.Equal(["a", "b"], _ran);
    }

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
        Assert.Equal(["a", "a"], _ran);
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
    public async Task Only_an_instance_that_failed_can_be_rewound()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("nothing", _ => Task.CompletedTask));
        string id = (await engine.RunAsync("nothing")).InstanceId;

        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Client.RewindInstanceAsync(id, "why", TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Client.RewindInstanceAsync("missing", "why", TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.Client.RewindInstanceAsync("@counter@1", "why", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_termination_that_comes_before_the_rewound_instance_runs_ends_it()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r).AddOrchestratorFunc("steps", context => context.CallActivityAsync<string>("bad", "a")));
        string id = (await engine.RunAsync("steps")).InstanceId;

        await engine.Client.RewindInstanceAsync(id, "again", TestContext.Current.CancellationToken);
        await engine.Client.TerminateInstanceAsync(id, "enough", TestContext.Current.CancellationToken);
        OrchestrationMetadata ended = await engine.EndOfAsync(id);

        Assert.Contains(ended.RuntimeStatus, (OrchestrationRuntimeStatus[])[OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Failed]);
    }

    private static async Task WaitsForAsync(TestEngine engine, string id, params string[] what)
    {
        while (!engine.Engine.Core.WaitsFor(id).ToHashSet().SetEquals(what))
        {
            await Task.Yield();
        }
    }

    private async Task<OrchestrationMetadata> RewindAsync(TestEngine engine, string id)
    {
        _broken = false;
        await engine.Client.RewindInstanceAsync(id, "mended", TestContext.Current.CancellationToken);
        return await engine.EndOfAsync(id);
    }

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

    private sealed class RewindCounter : TaskEntity<int>
    {
        public static bool Broken { get; set; }

        public int Add(int by) => State += by;

        public int Fragile(int by) => Broken ? throw new InvalidOperationException("broken") : State += by;
    }
}
