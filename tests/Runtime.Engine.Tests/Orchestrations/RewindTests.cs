using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.Testing;

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

    [Fact]
    public async Task A_sub_orchestration_that_was_retried_is_rewound_and_answers()
    {
        await using TestEngine engine = TestEngine.Start(r => Activities(r)
            .AddOrchestratorFunc("parent", context => context.CallSubOrchestratorAsync<string>("child", options: TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromMilliseconds(1)))))
            .AddOrchestratorFunc("child", context => context.CallActivityAsync<string>("bad", "a")));
        string id = (await engine.RunAsync("parent")).InstanceId;

        Assert.Equal("a", (await RewindAsync(engine, id)).ReadOutputAs<string>());
        Assert.Equal(["a", "a", "a"], _ran);
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
                    return _broken ? throw new InvalidOperationException("broken") : result;
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
        _broken = false;
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

    [Fact]
    public async Task A_parallel_path_keeps_its_own_result_when_the_masked_path_made_a_like_call_before_it()
    {
        TaskCompletionSource undone = new();
        await using TestEngine engine = TestEngine.Start(r => r
            .AddActivityFunc<string, string>("bad", (_, input) => Note(input, _broken))
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
        Assert.Equal(["a", "b", "undo", "a"], _ran);
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
        Assert.Equal(["a", "b", "a"], _ran);
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
        Assert.Equal(["a", "a", "b", "b"], _ran);
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
        _broken = false;
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
                if (_broken)
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
        _broken = false;
        await engine.Client.RewindInstanceAsync(id, "mended", TestContext.Current.CancellationToken);
        await WaitsForAsync(engine, id, "event 'end'");
        release.SetResult();

        Assert.Equal("in", (await engine.RunAsync("next")).ReadOutputAs<string>());
        await engine.Client.RaiseEventAsync(id, "end", "!", TestContext.Current.CancellationToken);
        Assert.Equal("a!", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    private async Task HasRunAsync(string step)
    {
        while (true)
        {
            lock (_ran)
            {
                if (_ran.Contains(step))
                {
                    return;
                }
            }

            await Task.Yield();
        }
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

    private sealed class RewindSlow(TaskCompletionSource began, Task release) : TaskEntity<int>
    {
        public async Task First()
        {
            began.TrySetResult();
            await release;
        }
    }
}
