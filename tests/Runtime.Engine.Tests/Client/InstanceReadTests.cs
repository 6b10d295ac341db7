using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Client;

public sealed class InstanceReadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metadata_holds_payloads_only_when_they_are_asked_for()
    {
        await using TestEngine engine = TestEngine.Start(Register);
        string id = (await engine.RunAsync("work", "in")).InstanceId;

        OrchestrationMetadata full = (await engine.Client.GetInstanceAsync(id, getInputsAndOutputs: true, Cancellation))!;
        OrchestrationMetadata light = (await engine.Client.GetInstanceAsync(id, Cancellation))!;

        Assert.Equal(("in", "in!", "half"), (full.ReadInputAs<string>(), full.ReadOutputAs<string>(), full.ReadCustomStatusAs<string>()));
        Assert.Null(light.SerializedInput);
        Assert.Null(light.SerializedOutput);
        Assert.Null(light.SerializedCustomStatus);
        Assert.Throws<InvalidOperationException>(() => light.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Why_an_instance_failed_is_told_when_payloads_are_asked_for()
    {
        await using TestEngine engine = TestEngine.Start(Register);
        string id = (await engine.RunAsync("fail")).InstanceId;

        Assert.Equal("broken", (await engine.Client.GetInstanceAsync(id, getInputsAndOutputs: true, Cancellation))?.FailureDetails?.ErrorMessage);
        Assert.Null((await engine.Client.GetInstanceAsync(id, Cancellation))?.FailureDetails);
    }

    [Fact]
    public async Task The_output_of_a_failed_instance_is_the_message_of_its_failure()
    {
        await using TestEngine engine = TestEngine.Start(Register);

        Assert.Equal("broken", (await engine.RunAsync("fail")).SerializedOutput);
    }

    [Fact]
    public async Task Ids_are_found_by_a_prefix_beyond_the_basic_plane()
    {
        await using TestEngine engine = TestEngine.Start(Register);
        await engine.RunAsync("work", "in", "\U0001F600-1");
        await engine.RunAsync("work", "in", "other");

        OrchestrationMetadata found = Assert.Single(await ReadAsync(engine.Client.GetAllInstancesAsync(new OrchestrationQuery { InstanceIdPrefix = "\U0001F600" })));

        Assert.Equal("\U0001F600-1", found.InstanceId);
    }

    [Fact]
    public async Task Waits_that_are_over_leave_nothing_in_memory()
    {
        await using TestEngine engine = TestEngine.Start(Register);
        string id = (await engine.RunAsync("work", "in")).InstanceId;
        await engine.Client.WaitForInstanceCompletionAsync(id, Cancellation);
        using CancellationTokenSource enough = new();
        Task waiting = engine.Client.WaitForInstanceCompletionAsync("unknown", enough.Token);
        Task alsoWaiting = engine.Client.WaitForInstanceStartAsync("unknown", enough.Token);
        Assert.Equal(1, engine.Engine.Core.Watch.Count);

        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => alsoWaiting);
        Assert.Equal(0, engine.Engine.Core.Watch.Count);
    }

    [Fact]
    public async Task A_purge_that_has_no_time_is_refused()
    {
        await using TestEngine engine = TestEngine.Start(Register);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            engine.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter { Timeout = TimeSpan.Zero }, Cancellation));
    }

    [Fact]
    public async Task A_list_shows_custom_statuses_and_payloads_only_when_asked_to()
    {
        await using TestEngine engine = TestEngine.Start(Register);
        await engine.RunAsync("work", "in");

        OrchestrationMetadata light = Assert.Single(await ReadAsync(engine.Client.GetAllInstancesAsync()));
        OrchestrationMetadata full = Assert.Single(await ReadAsync(engine.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true))));

        Assert.Equal(("\"half\"", null), (light.SerializedCustomStatus, light.SerializedOutput));
        Assert.Throws<InvalidOperationException>(() => light.ReadInputAs<string>());
        Assert.Equal("in!", full.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Who_waits_for_an_instance_that_is_not_there_yet_is_told_when_it_has_run()
    {
        await using TestEngine engine = TestEngine.Start(Register);
        Task<OrchestrationMetadata> start = engine.Client.WaitForInstanceStartAsync("later", Cancellation);
        Task<OrchestrationMetadata> end = engine.Client.WaitForInstanceCompletionAsync("later", getInputsAndOutputs: true, Cancellation);

        await engine.RunAsync("work", "x", "later");

        Assert.Equal("later", (await start).InstanceId);
        Assert.Equal("x!", (await end).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Ids_are_listed_page_by_page_by_status_and_time_of_the_end()
    {
        VirtualTime time = new();
        await using TestEngine engine = TestEngine.Start(Register, time);
        foreach (string id in new[] { "a", "b", "c" })
        {
            await engine.RunAsync("work", id, id);
            time.Advance(TimeSpan.FromHours(1));
        }

        await engine.RunAsync("fail", null, "d");
        DateTimeOffset second = (await engine.Client.GetInstanceAsync("b", Cancellation))!.LastUpdatedAt;

        Page<string> first = await engine.Client.ListInstanceIdsAsync(pageSize: 3, cancellation: Cancellation);
        Page<string> next = await engine.Client.ListInstanceIdsAsync(pageSize: 3, lastInstanceKey: first.ContinuationToken, cancellation: Cancellation);

        Assert.Equal(["a", "b", "c"], first.Values);
        Assert.Equal(["d"], next.Values);
        Assert.Null(next.ContinuationToken);
        Assert.Equal(["d"], (await engine.Client.ListInstanceIdsAsync([OrchestrationRuntimeStatus.Failed], cancellation: Cancellation)).Values);
        Assert.Equal(["b"], (await engine.Client.ListInstanceIdsAsync(null, second, second.AddMinutes(1), cancellation: Cancellation)).Values);
    }

    private static async Task<List<OrchestrationMetadata>> ReadAsync(AsyncPageable<OrchestrationMetadata> pages)
    {
        List<OrchestrationMetadata> all = [];
        await foreach (OrchestrationMetadata one in pages.WithCancellation(Cancellation))
        {
            all.Add(one);
        }

        return all;
    }

    private static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<string, string>("work", (context, input) =>
        {
            context.SetCustomStatus("half");
            return $"{input}!";
        })
        .AddOrchestratorFunc("fail", _ => Task.FromException(new InvalidOperationException("broken")));
}
