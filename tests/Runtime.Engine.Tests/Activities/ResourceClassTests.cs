using Workflows.Durable;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Activities;

/// <summary>Activities that say by their tag what they take up.</summary>
public sealed class ResourceClassTests
{
    private readonly Crowd _crowd = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_class_delays_neither_another_class_nor_untagged_work()
    {
        await using TestEngine engine = TestEngine.Start(Register, configure: Configure);
        string crowd = await engine.Client.ScheduleNewOrchestrationInstanceAsync("crowd", "cpu", Stop);
        await _crowd.HasAsync(2);

        Assert.Equal(1, (await engine.RunAsync("one", "gpu")).ReadOutputAs<int>());
        Assert.Equal(1, (await engine.RunAsync("one", "")).ReadOutputAs<int>());
        Assert.Equal(2, _crowd.Running);

        _crowd.Open();
        Assert.Equal(20, (await engine.EndOfAsync(crowd)).ReadOutputAs<int>());
        Assert.Equal(2, _crowd.Most);
    }

    [Fact]
    public async Task Untagged_work_that_is_full_delays_no_class()
    {
        await using TestEngine engine = TestEngine.Start(Register, configure: Configure);
        string crowd = await engine.Client.ScheduleNewOrchestrationInstanceAsync("crowd", "", Stop);
        await _crowd.HasAsync(3);

        Assert.Equal(1, (await engine.RunAsync("one", "gpu")).ReadOutputAs<int>());

        _crowd.Open();
        await engine.EndOfAsync(crowd);
        Assert.Equal(3, _crowd.Most);
    }

    [Fact]
    public async Task The_class_of_an_activity_outlives_the_process()
    {
        TestEngine before = TestEngine.Start(Register, configure: options =>
        {
            Configure(options);
            options.StopPatience = TimeSpan.Zero;
        });
        string crowd = await before.Client.ScheduleNewOrchestrationInstanceAsync("crowd", "cpu", Stop);
        await _crowd.HasAsync(2);
        Assert.Equal(Enumerable.Repeat("cpu", 20), before.Engine.Journal.Read(PendingTables.ReadTasks).Select(task => task.ResourceClass));

        await using TestEngine after = await before.RestartAsync(configure: Configure);
        await _crowd.HasAsync(4);

        Assert.Equal(1, (await after.RunAsync("one", "gpu")).ReadOutputAs<int>());
        Assert.Equal(2, after.Engine.Core.Activities.Running);

        _crowd.Open();
        Assert.Equal(20, (await after.EndOfAsync(crowd)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_retry_has_the_class_of_its_first_try()
    {
        int tries = 0;
        await using TestEngine engine = TestEngine.Start(
            r => r
                .AddOrchestratorFunc("flaky", context => context.CallActivityAsync<int>(
                    "flaky", options: new TaskOptions(new TaskRetryOptions(new RetryPolicy(2, TimeSpan.FromMilliseconds(1))), Tags("cpu"))))
                .AddActivityFunc<int>("flaky", _ => ++tries == 1 ? throw new InvalidOperationException("first") : tries),
            configure: Configure);
        string id = (await engine.RunAsync("flaky")).InstanceId;

        Assert.Equal(2, engine.Engine.ExportHistory(id).Document.Executions.SelectMany(execution => execution.Events).Count(e => ResourceTag.ClassOf(e.Details) == "cpu"));
    }

    [Fact]
    public async Task A_history_of_before_the_tag_is_followed_by_code_that_tags()
    {
        TestEngine before = TestEngine.Start(r => r
            .AddOrchestratorFunc("steps", async context => await context.CallActivityAsync<int>("step") + await context.WaitForExternalEvent<int>("go"))
            .AddActivityFunc<int>("step", _ => 1));
        string id = await before.Client.ScheduleNewOrchestrationInstanceAsync("steps", Stop);
        await before.Engine.Core.Work.WhenIdleAsync(Stop);

        await using TestEngine after = await before.RestartAsync(register: r => r
            .AddOrchestratorFunc("steps", async context =>
                await context.CallActivityAsync<int>("step", options: new TaskOptions(tags: Tags("gpu"))) + await context.WaitForExternalEvent<int>("go"))
            .AddActivityFunc<int>("step", _ => 2));
        await after.Client.RaiseEventAsync(id, "go", 10, Stop);

        Assert.Equal(11, (await after.EndOfAsync(id)).ReadOutputAs<int>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_class_has_at_least_one_slot(int slots) =>
        Assert.Contains("ResourceClasses[cpu]", Assert.Throws<ArgumentOutOfRangeException>(() => Validate(10, ("cpu", slots))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(5, 5)]
    [InlineData(9, 9)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void The_classes_leave_a_slot_for_the_rest(int gpu, int cpu) =>
        Assert.Contains("at least one must be left", Assert.Throws<ArgumentException>(() => Validate(10, ("gpu", gpu), ("cpu", cpu))).Message, StringComparison.Ordinal);

    [Fact]
    public void Classes_that_leave_one_slot_are_valid() => Validate(10, ("gpu", 5), ("cpu", 4));

    private static void Validate(int total, params (string Name, int Slots)[] classes)
    {
        DurableEngineOptions options = new() { MaxConcurrentActivities = total };
        foreach ((string name, int slots) in classes)
        {
            options.ResourceClasses[name] = slots;
        }

        options.Validate();
    }

    private static void Configure(DurableEngineOptions options)
    {
        options.MaxConcurrentActivities = 6;
        options.ResourceClasses["cpu"] = 2;
        options.ResourceClasses["gpu"] = 1;
    }

    private static Dictionary<string, string> Tags(string name) => name.Length == 0 ? [] : new() { [DurableEngineOptions.ResourceClassTag] = name };

    private void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<string, int>("crowd", async (context, name) =>
            (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => context.CallActivityAsync<int>("stay", options: new TaskOptions(tags: Tags(name)))))).Sum())
        .AddOrchestratorFunc<string, int>("one", (context, name) => context.CallActivityAsync<int>("pass", options: new TaskOptions(tags: Tags(name))))
        .AddActivityFunc<int>("stay", _ => _crowd.StayAsync())
        .AddActivityFunc<int>("pass", _ => 1);

    /// <summary>Activities that stay until they are let go.</summary>
    private sealed class Crowd
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _came;
        private int _running;

        public int Running => Volatile.Read(ref _running);

        public int Most { get; private set; }

        public void Open() => _open.TrySetResult();

        public async Task HasAsync(int came)
        {
            while (Volatile.Read(ref _came) < came)
            {
                await Task.Yield();
                Stop.ThrowIfCancellationRequested();
            }
        }

        public async Task<int> StayAsync()
        {
            lock (_open)
            {
                Most = Math.Max(Most, Interlocked.Increment(ref _running));
            }

            Interlocked.Increment(ref _came);
            await _open.Task;
            Interlocked.Decrement(ref _running);
            return 1;
        }
    }
}
