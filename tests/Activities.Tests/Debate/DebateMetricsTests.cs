using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Debate;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Activities.Tests.Debate;

public sealed class DebateMetricsTests
{
    [Fact]
    public void A_debate_is_counted_by_its_mode_and_its_gate() => Assert.Equal(
        [
            "workflows.debates.fallbacks 2 mode=parallel",
            "workflows.debates.seconds 19.5 mode=parallel",
            "workflows.debates.gate 1 mode=parallel status=passed",
        ],
        Seen(metrics => metrics.Ended(new DebateOutcome { Mode = DebateMode.Parallel, Gate = "passed", Fallbacks = 2, Seconds = 19.5 })));

    [Fact]
    public void One_without_a_synthesis_has_failed_and_has_no_time() => Assert.Equal(
        ["workflows.debates.fallbacks 0 mode=sequential", "workflows.debates.failed 1 mode=sequential"],
        Seen(metrics => metrics.Ended(new DebateOutcome { Mode = DebateMode.Sequential, Fallbacks = 0, Seconds = 60 })));

    [Fact]
    public void The_rollout_has_a_share_a_stage_and_one_status() => Assert.Equal(
        [
            "workflows.debates.rollout.share 25 ",
            "workflows.debates.rollout.stage 2 ",
            "workflows.debates.rollout.status 0 status=not_begun",
            "workflows.debates.rollout.status 0 status=watching",
            "workflows.debates.rollout.status 1 status=paused",
            "workflows.debates.rollout.status 0 status=rolled_back",
            "workflows.debates.rollout.status 0 status=done",
        ],
        Seen(metrics => metrics.RolloutStands(RolloutStatus.Paused, 25, 2)));

    [Fact]
    public void Rollbacks_are_counted_by_cause() => Assert.Equal(["workflows.debates.rollout.rollbacks 1 cause=time"], Seen(metrics => metrics.RolledBack("time")));

    /// <summary>Listens to the debates' meter of one factory.</summary>
    internal static MeterListener Listen(IMeterFactory meters, Action<Instrument, double, KeyValuePair<string, object?>[]> seen)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == DebateMetrics.MeterName && instrument.Meter.Scope == meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen(instrument, value, tags.ToArray()));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen(instrument, value, tags.ToArray()));
        listener.Start();
        return listener;
    }

    private static List<string> Seen(Action<DebateMetrics> act)
    {
        using ServiceProvider services = new ServiceCollection().AddMetrics().AddSingleton<DebateMetrics>().BuildServiceProvider();
        List<string> seen = [];
        using MeterListener listener = Listen(services.GetRequiredService<IMeterFactory>(), (instrument, value, tags) =>
            seen.Add(FormattableString.Invariant($"{instrument.Name} {value} {string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"))}")));
        act(services.GetRequiredService<DebateMetrics>());
        return seen;
    }
}
