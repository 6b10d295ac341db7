using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Activities.Debate;
using Workflows.Activities.Tests.Models;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Activities.Tests.Debate;

public sealed class RolloutMonitorTests
{
    private static readonly RolloutState Watching = new() { Status = RolloutStatus.Watching, Stage = 1 };

    [Fact]
    public void How_the_rollout_stands_is_said_when_it_changes()
    {
        using Bench bench = new();

        bench.Monitor.Stands(Watching, 25);
        bench.Monitor.Stands(Watching, 25);
        bench.Monitor.Stands(new RolloutState { Status = RolloutStatus.RolledBack, Stage = 1 }, 0);

        Assert.Equal([25, 0], bench.Of("workflows.debates.rollout.share"));
    }

    [Fact]
    public void What_a_host_found_at_its_start_does_not_hide_what_was_said_since()
    {
        using Bench bench = new();
        bench.Monitor.Stands(Watching, 25);

        bench.Monitor.Found(new RolloutState(), 0);

        Assert.Equal([25], bench.Of("workflows.debates.rollout.share"));
    }

    [Fact]
    public void What_a_host_found_at_its_start_is_said()
    {
        using Bench bench = new();

        bench.Monitor.Found(new RolloutState(), 0);

        Assert.Equal([0], bench.Of("workflows.debates.rollout.stage"));
    }

    [Fact]
    public void A_rollback_is_counted_and_logged_as_an_error()
    {
        using Bench bench = new();

        bench.Monitor.RolledBack(new RolloutEvent { Event = "rollback", At = default, Share = 0, Reason = "Parallel is worse.", Cause = "gate" });

        Assert.Equal([1], bench.Of("workflows.debates.rollout.rollbacks"));
        Assert.StartsWith("Error Debates were rolled back to run in sequence (gate). Parallel is worse.", Assert.Single(bench.Logs.Lines), StringComparison.Ordinal);
    }

    private sealed class Bench : IDisposable
    {
        private readonly ServiceProvider _services;
        private readonly MeterListener _listener;
        private readonly List<(string Name, long Value)> _seen = [];

        public Bench()
        {
            _services = new ServiceCollection().AddMetrics().AddLogging(logging => logging.AddProvider(Logs)).AddSingleton(TimeProvider.System)
                .AddOptions<DebateOptions>().Services.AddSingleton<DebateMetrics>().AddSingleton<RolloutAlert>().AddSingleton<RolloutMonitor>().BuildServiceProvider();
            _listener = DebateMetricsTests.Listen(_services.GetRequiredService<IMeterFactory>(), (instrument, value, _) => _seen.Add((instrument.Name, (long)value)));
            Monitor = _services.GetRequiredService<RolloutMonitor>();
        }

        public RolloutMonitor Monitor { get; }

        public CapturedLogs Logs { get; } = new();

        public IEnumerable<long> Of(string name) => _seen.Where(one => one.Name == name).Select(one => one.Value);

        public void Dispose()
        {
            _listener.Dispose();
            _services.Dispose();
        }
    }
}
