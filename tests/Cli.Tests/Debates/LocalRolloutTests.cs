using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using Workflows.Activities.Debate;
using Workflows.Cli.Debates;
using Workflows.Cli.Hosting;
using Workflows.Durable;
using Workflows.Functions.Debate;
using Workflows.Orchestrations.Debate;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Cli.Tests.Debates;

/// <summary>The rollout of a data folder, with the real entity and orchestration, in virtual time.</summary>
public sealed class LocalRolloutTests
{
    private readonly VirtualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_shown_before_it_has_begun()
    {
        await using DurableTestHost engine = await StartAsync();
        await using IRollout rollout = await OpenAsync(engine);

        Assert.Equal("not_begun", (await rollout.LookAsync(Stop)).Status);
    }

    [Fact]
    public async Task A_change_is_made_and_shown()
    {
        await using DurableTestHost engine = await StartAsync();
        await BeginAsync(engine);
        await using IRollout rollout = await OpenAsync(engine);

        RolloutView view = (await rollout.ChangeAsync("advance", "a test", "one", Stop))!;

        Assert.Equal(("watching", 25, "a test"), (view.Status, view.Share, view.History[^1].Reason));
    }

    [Fact]
    public async Task A_refusal_is_an_error_with_the_entitys_words()
    {
        await using DurableTestHost engine = await StartAsync();
        await using IRollout rollout = await OpenAsync(engine);

        CliException refusal = await Assert.ThrowsAsync<CliException>(() => rollout.ChangeAsync("resume", null, "one", Stop));

        Assert.Equal("The rollout can be resumed only while it is paused or was rolled back; now it has not begun.", refusal.Message);
    }

    [Fact]
    public async Task Changes_of_more_than_a_day_ago_are_purged_with_the_next_one()
    {
        await using DurableTestHost engine = await StartAsync();
        await BeginAsync(engine);
        await using IRollout rollout = await OpenAsync(engine);
        await rollout.ChangeAsync("pause", null, "one", Stop);
        await engine.AdvanceAsync(TimeSpan.FromHours(20), Stop);
        await rollout.ChangeAsync("resume", null, "two", Stop);
        await engine.AdvanceAsync(TimeSpan.FromHours(5), Stop);

        await rollout.ChangeAsync("pause", null, "three", Stop);

        Assert.Null(await engine.Client.GetInstanceAsync("rollout-change-one", Stop));
        Assert.NotNull(await engine.Client.GetInstanceAsync("rollout-change-two", Stop));
    }

    private static async Task BeginAsync(DurableTestHost engine)
    {
        await engine.Client.Entities.SignalEntityAsync(DebateRollout.Id, nameof(DebateRollout.Choose), new RolloutAsk("debate", 3), cancellation: Stop);
        await engine.WhenIdleAsync(Stop);
    }

    private async Task<IRollout> OpenAsync(DurableTestHost engine)
    {
        Mock<IHost> host = new();
        host.Setup(one => one.Services).Returns(new ServiceCollection()
            .AddSingleton(engine.Client)
            .AddSingleton(new RolloutDesk(Options.Create(new DebateOptions()), _time))
            .BuildServiceProvider());
        return new LocalRollout(await RunningHost.StartAsync(new FakeHosts(host.Object), new HostSettings { DataFolder = "." }, Stop));
    }

    private Task<DurableTestHost> StartAsync() => DurableTestHost.StartAsync(
        registry => registry
            .AddOrchestratorFunc<RolloutChanged>(DebateNames.ChangeRollout, context => ChangeDebateRollout.Run(context))
            .AddEntity<DebateRollout>(DebateNames.Rollout),
        host =>
        {
            host.Time = _time;
            host.AutoAdvance = AutoAdvance.Never;
            host.Services.AddMetrics().AddLogging().AddSingleton(Options.Create(new DebateOptions())).AddSingleton<TimeProvider>(_time);
            host.Services.AddSingleton<DebateMetrics>().AddSingleton<RolloutAlert>().AddSingleton<RolloutMonitor>();
        });
}
