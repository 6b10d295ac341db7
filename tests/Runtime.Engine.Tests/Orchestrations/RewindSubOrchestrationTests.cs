using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Orchestrations;

public sealed class RewindSubOrchestrationTests : RewindScenario
{
    [Fact]
    public async Task A_failed_sub_orchestration_is_rewound_with_its_parent_and_not_started_anew()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r)
            .AddOrchestratorFunc("parent", context => context.CallSubOrchestratorAsync<string>("child", options: new SubOrchestrationOptions { InstanceId = "the-child" }))
            .AddOrchestratorFunc("child", async context => await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("bad", "b")));
        string id = (await engine.RunAsync("parent")).InstanceId;

        Assert.Equal("ab", (await RewindAsync(engine, id)).ReadOutputAs<string>());
        Assert.Equal(["a", "b", "b"], Ran);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.EndOfAsync("the-child")).RuntimeStatus);
    }

    [Fact]
    public async Task A_sub_orchestration_that_was_retried_is_rewound_and_answers()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r)
            .AddOrchestratorFunc("parent", context => context.CallSubOrchestratorAsync<string>("child", options: TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromMilliseconds(1)))))
            .AddOrchestratorFunc("child", context => context.CallActivityAsync<string>("bad", "a")));
        string id = (await engine.RunAsync("parent")).InstanceId;

        Assert.Equal("a", (await RewindAsync(engine, id)).ReadOutputAs<string>());
        Assert.Equal(["a", "a", "a"], Ran);
    }

    [Fact]
    public async Task A_failure_of_a_sub_orchestration_that_is_still_on_its_way_is_masked_too()
    {
        TaskCompletionSource childRuns = new();
        TaskCompletionSource blockerRuns = new();
        using ManualResetEventSlim childMayFail = new();
        using ManualResetEventSlim blockerMayEnd = new();
        await using TestEngine engine = TestEngine.Start(
            r => Activities(r)
                .AddOrchestratorFunc("parent", async context =>
                {
                    Task<string> child = context.CallSubOrchestratorAsync<string>("child", options: new SubOrchestrationOptions { InstanceId = "the-child" });
                    return await context.CallActivityAsync<string>("bad", "a") + await child;
                })
                .AddOrchestratorFunc("child", async context =>
                {
                    string result = await context.WaitForExternalEvent<string>("go");
                    childRuns.TrySetResult();
                    childMayFail.Wait(TestContext.Current.CancellationToken);
                    return Broken ? throw new InvalidOperationException("broken") : result;
                })
                .AddOrchestratorFunc("blocker", _ =>
                {
                    blockerRuns.TrySetResult();
                    blockerMayEnd.Wait(TestContext.Current.CancellationToken);
                    return Task.CompletedTask;
                }),
            configure: options => options.MaxConcurrentOrchestrations = 1);
        string id = (await engine.RunAsync("parent")).InstanceId;
        await engine.Client.RaiseEventAsync("the-child", "go", "b", TestContext.Current.CancellationToken);
        await childRuns.Task;
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("blocker", TestContext.Current.CancellationToken);
        childMayFail.Set();
        await blockerRuns.Task;
        await engine.EndOfAsync("the-child");
        Broken = false;
        await engine.Client.RewindInstanceAsync(id, "mended", TestContext.Current.CancellationToken);
        blockerMayEnd.Set();

        Assert.Equal("ab", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_call_that_was_refused_since_its_id_is_taken_does_not_wait_for_the_other_call_of_that_id()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("parent", async context =>
            {
                Task<string> first = context.CallSubOrchestratorAsync<string>("child", "first", new SubOrchestrationOptions { InstanceId = "taken" });
                return await context.CallSubOrchestratorAsync<string>("child", "second", new SubOrchestrationOptions { InstanceId = "taken" }) + await first;
            })
            .AddOrchestratorFunc<string, string>("child", async (context, input) => input + await context.WaitForExternalEvent<string>("go")));
        string id = (await engine.RunAsync("parent")).InstanceId;
        await engine.Client.RewindInstanceAsync(id, "again", TestContext.Current.CancellationToken);

        Assert.Equal("OrchestrationAlreadyExists", (await engine.EndOfAsync(id)).FailureDetails?.InnerFailure?.ErrorType);
    }

    [Fact]
    public async Task A_sub_orchestration_without_an_id_never_gets_that_of_one_started_on_a_path_that_is_masked()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r)
            .AddOrchestratorFunc("parent", async context =>
            {
                try
                {
                    await context.CallActivityAsync<string>("bad", "a");
                }
                catch (TaskFailedException)
                {
                    _ = context.CallSubOrchestratorAsync<string>("undo");
                    throw;
                }

                return await context.CallSubOrchestratorAsync<string>("next");
            })
            .AddOrchestratorFunc("undo", context => context.WaitForExternalEvent<string>("go"))
            .AddOrchestratorFunc("next", _ => "done"));
        string id = (await engine.RunAsync("parent")).InstanceId;

        Assert.Equal("done", (await RewindAsync(engine, id)).ReadOutputAs<string>());
    }
}
