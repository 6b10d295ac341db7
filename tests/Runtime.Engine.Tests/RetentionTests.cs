using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine;

public sealed class RetentionTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task Instances_that_ended_long_ago_are_purged_and_later_ones_are_kept()
    {
        await using TestEngine engine = Start(TimeSpan.FromDays(1));
        await engine.RunAsync("nothing", id: "old");
        _time.Advance(TimeSpan.FromHours(20));
        await engine.RunAsync("nothing", id: "young");

        await AdvanceAsync(engine, TimeSpan.FromHours(6));

        Assert.Null(await engine.Client.GetInstanceAsync("old", TestContext.Current.CancellationToken));
        Assert.NotNull(await engine.Client.GetInstanceAsync("young", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_sub_orchestration_is_kept_as_long_as_its_parent_runs_and_goes_with_it()
    {
        await using TestEngine engine = Start(TimeSpan.FromDays(1));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("parent", null, new StartOrchestrationOptions("parent"), TestContext.Current.CancellationToken);
        await WaitForEndAsync(engine, "child");

        await AdvanceAsync(engine, TimeSpan.FromDays(3));
        Assert.NotNull(await engine.Client.GetInstanceAsync("child", TestContext.Current.CancellationToken));

        await engine.Client.RaiseEventAsync("parent", "go", "", TestContext.Current.CancellationToken);
        await engine.EndOfAsync("parent");
        await AdvanceAsync(engine, TimeSpan.FromDays(3));
        Assert.Null(await engine.Client.GetInstanceAsync("parent", TestContext.Current.CancellationToken));
        Assert.Null(await engine.Client.GetInstanceAsync("child", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pages_of_purged_instances_are_used_again()
    {
        await using TestEngine engine = Start(TimeSpan.FromDays(1));
        await FillAsync(engine);
        long before = Pages(engine);

        for (int round = 0; round < 3; round++)
        {
            await AdvanceAsync(engine, TimeSpan.FromDays(2));
            await FillAsync(engine);
        }

        Assert.InRange(Pages(engine), 1, before * 5 / 4);
    }

    [Fact]
    public async Task Without_an_age_everything_is_kept()
    {
        await using TestEngine engine = Start(null);
        await engine.RunAsync("nothing", id: "old");

        _time.Advance(TimeSpan.FromDays(10_000));

        Assert.Null(engine.Engine.Core.Retention);
        Assert.NotNull(await engine.Client.GetInstanceAsync("old", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_age_longer_than_all_time_keeps_everything()
    {
        TestEngine engine = Start(TimeSpan.MaxValue);
        await engine.RunAsync("nothing", id: "old");

        await engine.Engine.Core.Retention!.Sweep;

        Assert.NotNull(await engine.Client.GetInstanceAsync("old", TestContext.Current.CancellationToken));
        await engine.DisposeAsync();
    }

    private static async Task FillAsync(TestEngine engine) =>
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => engine.RunAsync("nothing", $"{i}{new string('x', 20_000)}{Guid.NewGuid()}")));

    private static long Pages(TestEngine engine) => engine.Engine.Journal.Read(session => (long)session.Scalar("PRAGMA page_count")!);

    private static async Task WaitForEndAsync(TestEngine engine, string id)
    {
        while (await engine.Client.GetInstanceAsync(id, TestContext.Current.CancellationToken) is not { IsCompleted: true })
        {
            await Task.Yield();
        }
    }

    private TestEngine Start(TimeSpan? age) => TestEngine.Start(
        r => r
            .AddOrchestratorFunc("nothing", _ => Task.CompletedTask)
            .AddOrchestratorFunc("parent", async context =>
            {
                await context.CallSubOrchestratorAsync("nothing", options: new SubOrchestrationOptions { InstanceId = "child" });
                await context.WaitForExternalEvent<string>("go");
            }),
        _time,
        options => options.KeepFinishedFor = age);

    private async Task AdvanceAsync(TestEngine engine, TimeSpan by)
    {
        _time.Advance(by);
        await engine.Engine.Core.Retention!.Sweep;
    }
}
