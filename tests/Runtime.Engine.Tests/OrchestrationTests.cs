using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine;

public sealed class OrchestrationTests
{
    [Fact]
    public async Task Activities_in_a_row_give_their_results_in_order()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc<int, int[]>("chain", async (context, count) =>
            {
                List<int> results = [];
                for (int i = 0; i < count; i++)
                {
                    results.Add(await context.CallActivityAsync<int>("double", i));
                }

                return [.. results];
            })
            .AddActivityFunc<int, int>("double", (_, value) => value * 2));

        OrchestrationMetadata ended = await engine.RunAsync("chain", 5);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal([0, 2, 4, 6, 8], ended.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task A_fan_out_collects_every_result()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc<int, int>("fan", async (context, count) =>
                (await Task.WhenAll(Enumerable.Range(1, count).Select(i => context.CallActivityAsync<int>("same", i)))).Sum())
            .AddActivityFunc<int, int>("same", (_, value) => value));

        OrchestrationMetadata ended = await engine.RunAsync("fan", 1000);

        Assert.Equal(500_500, ended.ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_failed_activity_reaches_the_orchestrator_with_its_details()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("catch", async context =>
            {
                try
                {
                    await context.CallActivityAsync("throw");
                    return "no";
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName}: {e.FailureDetails.ErrorMessage} {e.FailureDetails.IsCausedBy<InvalidOperationException>()}";
                }
            })
            .AddActivityFunc("throw", _ => throw new InvalidOperationException("broken")));

        OrchestrationMetadata ended = await engine.RunAsync("catch");

        Assert.Equal("throw: broken True", ended.ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_unhandled_failure_fails_the_instance()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("fail", _ => Fail()));

        OrchestrationMetadata ended = await engine.RunAsync("fail");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal("no luck", ended.FailureDetails?.ErrorMessage);

        static Task Fail() => throw new InvalidOperationException("no luck");
    }

    [Fact]
    public async Task An_unknown_orchestrator_fails_the_instance_and_not_the_start()
    {
        await using TestEngine engine = TestEngine.Start(_ => { });

        OrchestrationMetadata ended = await engine.RunAsync("nobody");

        Assert.Equal("OrchestratorTaskNotFound", ended.FailureDetails?.ErrorType);
    }

    [Fact]
    public async Task Options_given_as_the_input_of_an_activity_are_refused()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("work", context => context.CallActivityAsync<string>("step", input: new TaskOptions(new RetryPolicy(2, TimeSpan.FromSeconds(1)))))
            .AddActivityFunc("step", _ => "done"));

        Assert.Equal(typeof(ArgumentException).FullName, (await engine.RunAsync("work")).FailureDetails?.ErrorType);
    }

    [Fact]
    public async Task A_sub_orchestration_is_retried_as_its_policy_says()
    {
        int calls = 0;
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("parent", context => context.CallSubOrchestratorAsync<string>(
                "child", options: TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(1)))))
            .AddOrchestratorFunc("child", context => context.CallActivityAsync<string>("flaky"))
            .AddActivityFunc<string>("flaky", _ => Interlocked.Increment(ref calls) < 3 ? throw new InvalidOperationException("not yet") : "at last"));

        OrchestrationMetadata ended = await engine.RunAsync("parent");

        Assert.Equal("at last", ended.ReadOutputAs<string>());
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task Events_are_kept_until_they_are_waited_for_whatever_their_case()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("wait", async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            return await context.WaitForExternalEvent<int>("number") + await context.WaitForExternalEvent<int>("NUMBER");
        }));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("wait", TestContext.Current.CancellationToken);

        await engine.Client.RaiseEventAsync(id, "Number", 1, TestContext.Current.CancellationToken);
        await engine.Client.RaiseEventAsync(id, "number", 2, TestContext.Current.CancellationToken);
        await engine.Client.RaiseEventAsync(id, "GO", "", TestContext.Current.CancellationToken);

        Assert.Equal(3, (await engine.EndOfAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Continue_as_new_keeps_unprocessed_events_and_drops_its_history()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc<int, int>("loop", async (context, sum) =>
        {
            int number = await context.WaitForExternalEvent<int>("add");
            if (number == 0)
            {
                return sum;
            }

            context.ContinueAsNew(sum + number);
            return 0;
        }));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("loop", 0, TestContext.Current.CancellationToken);
        foreach (int number in new[] { 1, 2, 3, 4, 0 })
        {
            await engine.Client.RaiseEventAsync(id, "add", number, TestContext.Current.CancellationToken);
        }

        Assert.Equal(10, (await engine.EndOfAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_suspended_instance_goes_on_when_it_is_resumed()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("wait", context => context.WaitForExternalEvent<string>("go")));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("wait", TestContext.Current.CancellationToken);
        await engine.Client.SuspendInstanceAsync(id, "a pause", TestContext.Current.CancellationToken);
        await engine.Client.RaiseEventAsync(id, "go", "on", TestContext.Current.CancellationToken);
        Assert.NotEqual(OrchestrationRuntimeStatus.Completed, (await engine.Client.GetInstanceAsync(id, TestContext.Current.CancellationToken))!.RuntimeStatus);

        await engine.Client.ResumeInstanceAsync(id, "enough", TestContext.Current.CancellationToken);

        Assert.Equal("on", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Terminating_an_instance_cancels_its_children_when_asked_to()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("parent", context => context.CallSubOrchestratorAsync("child", options: new SubOrchestrationOptions(instanceId: "the-child")))
            .AddOrchestratorFunc("child", context => context.WaitForExternalEvent<string>("never")));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("parent", TestContext.Current.CancellationToken);
        await engine.Client.WaitForInstanceStartAsync(id, TestContext.Current.CancellationToken);
        while (await engine.Client.GetInstanceAsync("the-child", TestContext.Current.CancellationToken) is null)
        {
            await Task.Yield();
        }

        await engine.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("enough", Recursive: true), TestContext.Current.CancellationToken);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.EndOfAsync(id)).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.EndOfAsync("the-child")).RuntimeStatus);
    }

    [Fact]
    public async Task Awaiting_what_is_not_durable_fails_the_instance_with_the_remedy()
    {
        TaskCompletionSource outside = new();
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("bad", async _ => await outside.Task));

        OrchestrationMetadata ended = await engine.RunAsync("bad");

        Assert.Contains("not durable", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_id_is_refused_and_an_ended_one_is_replaced()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("wait", context => context.WaitForExternalEvent<string>("go"))
            .AddOrchestratorFunc("done", _ => Task.CompletedTask));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("wait", new StartOrchestrationOptions("one"), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<Client.OrchestrationAlreadyExistsException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "wait", new StartOrchestrationOptions("one"), TestContext.Current.CancellationToken));
        await engine.Client.TerminateInstanceAsync("one", TestContext.Current.CancellationToken);
        await engine.EndOfAsync("one");

        Assert.Equal("done", (await engine.RunAsync("done", id: "one")).Name);
    }
}
