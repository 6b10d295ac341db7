using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Orchestrations;

public sealed class RewindPathTests : RewindScenario
{
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
        Assert.Equal(["a", "undo", "a"], Ran);
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
        Assert.Equal(["a", "undo", "b", "a"], Ran);
    }

    [Fact]
    public async Task A_parallel_path_keeps_its_own_result_when_the_masked_path_made_a_like_call_before_it()
    {
        TaskCompletionSource undone = new();
        await using TestEngine engine = TestEngine.Start(r => r
            .AddActivityFunc<string, string>("bad", (_, input) => Note(input, Broken))
            .AddActivityFunc<string, string>("good", async (_, input) =>
            {
                if (input == "undo")
                {
                    await undone.Task;
                }

                return Note(input, fails: false);
            })
            .AddOrchestratorFunc("paths", async context =>
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
        await WaitsForAsync(engine, id, "event 'second'", "activity 'good'");
        await engine.Client.RaiseEventAsync(id, "second", "", TestContext.Current.CancellationToken);
        await HasRunAsync("b");
        await WaitsForAsync(engine, id, "activity 'good'");
        undone.SetResult();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.EndOfAsync(id)).RuntimeStatus);

        Assert.Equal("ab", (await RewindAsync(engine, id)).ReadOutputAs<string>());
        Assert.Equal(["a", "b", "undo", "a"], Ran);
    }

    [Fact]
    public async Task A_parallel_path_keeps_its_own_timer_when_the_masked_path_set_another_before_it()
    {
        VirtualTime time = new();
        await using TestEngine engine = TestEngine.Start(
            r => Activities(r).AddOrchestratorFunc("paths", async context =>
            {
                async Task<string> First()
                {
                    try
                    {
                        return await context.CallActivityAsync<string>("bad", "a");
                    }
                    catch (TaskFailedException)
                    {
                        await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                        throw;
                    }
                }

                async Task<string> Second()
                {
                    await context.WaitForExternalEvent<string>("second");
                    await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                    return await context.CallActivityAsync<string>("good", "b");
                }

                return string.Concat(await Task.WhenAll(First(), Second()));
            }),
            time);
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("paths", TestContext.Current.CancellationToken);
        while (engine.Engine.Core.Armed < 1)
        {
            await Task.Yield();
        }

        await engine.Client.RaiseEventAsync(id, "second", "", TestContext.Current.CancellationToken);
        while (engine.Engine.Core.Armed < 2)
        {
            await Task.Yield();
        }

        time.Advance(TimeSpan.FromHours(1));
        await HasRunAsync("b");
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.EndOfAsync(id)).RuntimeStatus);

        Assert.Equal("ab", (await RewindAsync(engine, id)).ReadOutputAs<string>());
        Assert.Equal(["a", "b", "a"], Ran);
    }
}
