using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Orchestrations;

public sealed class RewindTests : RewindScenario
{
    [Fact]
    public async Task A_failed_activity_runs_again_and_finished_ones_do_not()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r).AddOrchestratorFunc("steps", async context =>
            await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b") + await context.CallActivityAsync<string>("good", "c")));
        OrchestrationMetadata failed = await engine.RunAsync("steps");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);

        OrchestrationMetadata ended = await RewindAsync(engine, failed.InstanceId);

        Assert.Equal("abc", ended.ReadOutputAs<string>());
        Assert.Equal(["a", "b", "b", "c"], Ran);
        Assert.Null(ended.FailureDetails);
    }

    [Fact]
    public async Task A_rewound_instance_goes_on_after_a_restart()
    {
        void Register(DurableTaskRegistry r) => Activities(r).AddOrchestratorFunc("steps", async context =>
            await context.CallActivityAsync<string>("bad", "a") + await context.WaitForExternalEvent<string>("go") + await context.CallActivityAsync<string>("good", "c"));
        TestEngine before = TestEngine.Start(Register);
        string id = (await before.RunAsync("steps")).InstanceId;
        Broken = false;
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
        Assert.Equal(["a", "b", "b", "b", "b", "b", "c"], Ran);
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
        Assert.Equal(["a", "b"], Ran);
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

    [Fact]
    public async Task An_activity_whose_retry_succeeded_does_not_run_again()
    {
        int attempts = 0;
        await using TestEngine engine = TestEngine.Start(r => Activities(r)
            .AddActivityFunc<string, string>("flaky", (_, input) => Note(input, Interlocked.Increment(ref attempts) == 1))
            .AddOrchestratorFunc("steps", async context =>
                await context.CallActivityAsync<string>("flaky", "a", TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromMilliseconds(1))))
                + await context.CallActivityAsync<string>("bad", "b")));
        string id = (await engine.RunAsync("steps")).InstanceId;

        Assert.Equal("ab", (await RewindAsync(engine, id)).ReadOutputAs<string>());
        Assert.Equal(["a", "a", "b", "b"], Ran);
    }

    [Fact]
    public async Task An_activity_that_failed_for_its_input_runs_with_the_input_of_code_that_was_mended()
    {
        TestEngine before = TestEngine.Start(r => Activities(r).AddOrchestratorFunc("steps", context => context.CallActivityAsync<string>("bad", "wrong")));
        string id = (await before.RunAsync("steps")).InstanceId;
        await using TestEngine after = await before.RestartAsync(register: r => Activities(r).AddOrchestratorFunc("steps", context => context.CallActivityAsync<string>("bad", "right")));

        Assert.Equal("right", (await RewindAsync(after, id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_rewound_instance_shows_the_custom_status_of_the_path_that_it_is_on()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r).AddOrchestratorFunc("steps", async context =>
        {
            context.SetCustomStatus("working");
            try
            {
                await context.CallActivityAsync<string>("bad", "a");
            }
            catch (TaskFailedException)
            {
                context.SetCustomStatus("broken");
                throw;
            }
        }));
        string id = (await engine.RunAsync("steps")).InstanceId;

        Assert.Equal("working", (await RewindAsync(engine, id)).ReadCustomStatusAs<string>());
    }
}
