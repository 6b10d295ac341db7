using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Client.Entities;
using Workflows.Orchestrations.Debate;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Orchestrations.Tests.Debate;

/// <summary>The rollout's entity in virtual time, with debates that come by the hour: they ask, take their time, and tell how they ended.</summary>
internal sealed class TestRollout : IAsyncDisposable
{
    private const string Hour = "HourOfDebates";

    private readonly VirtualTime _time = new();
    private DurableTestHost _host = null!;
    private int _hours;

    /// <summary>The rates at which gates pass.</summary>
    public (double Parallel, double Sequential) Passing { get; set; } = (0.95, 0.95);

    public DateTimeOffset Start { get; } = new VirtualTime().GetUtcNow();

    public SpyLogger Logs { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TestRollout> StartAsync(RolloutOptions? options = null)
    {
        TestRollout rollout = new();
        rollout._host = await DurableTestHost.StartAsync(rollout.Register, host =>
        {
            host.Time = rollout._time;
            host.AutoAdvance = AutoAdvance.Never;
            host.Services.AddSingleton(Options.Create(new DebateOptions { Rollout = options ?? new RolloutOptions() })).AddSingleton(TestMonitor.Of(rollout.Logs));
        });
        return rollout;
    }

    /// <summary>Lets hours pass in each of which debates come.</summary>
    public async Task TrafficAsync(int hours, int debates)
    {
        for (int i = 0; i < hours; i++)
        {
            await ComeAsync(debates);
            await PassAsync(TimeSpan.FromHours(1));
        }
    }

    /// <summary>Lets an hour pass in which the host goes down while all of its debates run.</summary>
    public async Task CrashingHourAsync(int debates)
    {
        TimeSpan amid = TimeSpan.FromSeconds(10);
        await ComeAsync(debates);
        await PassAsync(amid);
        await _host.RestartAsync();
        await PassAsync(TimeSpan.FromHours(1) - amid);
    }

    public Task PassAsync(TimeSpan time) => _host.AdvanceAsync(time, Stop);

    public async Task SignalAsync(string operation, object? input)
    {
        await _host.Client.Entities.SignalEntityAsync(DebateRollout.Id, operation, input, cancellation: Stop);
        await _host.WhenIdleAsync(Stop);
    }

    /// <summary>Changes the rollout as an operator does.</summary>
    public async Task<RolloutChanged> ChangeAsync(RolloutOperation operation)
    {
        string id = await _host.Client.ScheduleNewOrchestrationInstanceAsync(DebateNames.ChangeRollout, new RolloutChange(operation, "a test"), Stop);
        return (await _host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Stop)).ReadOutputAs<RolloutChanged>()!;
    }

    public async Task<RolloutState> StateAsync() => (await _host.Client.Entities.GetEntityAsync<RolloutState>(DebateRollout.Id, cancellation: Stop))!.State;

    /// <summary>What happened, with the hours since the start.</summary>
    public async Task<IEnumerable<string>> EventsAsync() =>
        (await StateAsync()).History.Select(happened => FormattableString.Invariant($"{happened.Event} {happened.Share} at {(happened.At - Start).TotalHours:0}"));

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private Task ComeAsync(int debates) => _host.Client.ScheduleNewOrchestrationInstanceAsync(Hour, new HourOfDebates(_hours++, debates), Stop);

    private void Register(DurableTaskRegistry registry) => registry
        .AddEntity<DebateRollout>(DebateNames.Rollout)
        .AddOrchestratorFunc<RolloutChanged>(DebateNames.ChangeRollout, context => ChangeDebateRollout.Run(context))
        .AddOrchestratorFunc<HourOfDebates, int>(Hour, DebateAsync);

    private async Task<int> DebateAsync(TaskOrchestrationContext context, HourOfDebates hour)
    {
        Random random = new(hour.Number);
        RolloutChoice[] choices = await Task.WhenAll(Enumerable.Range(0, hour.Debates).Select(
            i => context.Entities.CallEntityAsync<RolloutChoice>(DebateRollout.Id, nameof(DebateRollout.Choose), new RolloutAsk($"debate {hour.Number} {i}", 3))));
        await context.CreateTimer(TimeSpan.FromSeconds(30), CancellationToken.None);
        foreach (RolloutChoice choice in choices.Where(choice => choice.Round is not null))
        {
            bool parallel = choice.Mode == DebateMode.Parallel;
            bool passed = random.NextDouble() < (parallel ? Passing.Parallel : Passing.Sequential);
            RolloutOutcome outcome = new(choice.Round!.Value, choice.Mode, passed, (parallel ? 25 : 29.5) * (0.8 + (0.4 * random.NextDouble())));
            await context.Entities.SignalEntityAsync(DebateRollout.Id, nameof(DebateRollout.Observe), outcome);
        }

        return choices.Length;
    }

    private sealed record HourOfDebates(int Number, int Debates);
}
