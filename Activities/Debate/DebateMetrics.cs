using System.Diagnostics.Metrics;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Activities.Debate;

/// <summary>The figures of the debates by mode, meter <c>Workflows.Debates</c>. Prometheus shows a counter's name with <c>_total</c> behind it. Safe for many threads.</summary>
public sealed class DebateMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Workflows.Debates";

    private static readonly double[] Buckets = [1, 2.5, 5, 10, 15, 17.5, 20, 22.5, 25, 27.5, 30, 35, 40, 60, 120, 300];

    private static readonly RolloutStatus?[] Statuses = [null, .. Enum.GetValues<RolloutStatus>()];

    private readonly Histogram<double> _seconds;
    private readonly Counter<long> _gate;
    private readonly Counter<long> _fallbacks;
    private readonly Counter<long> _failed;
    private readonly Gauge<long> _share;
    private readonly Gauge<long> _stage;
    private readonly Gauge<long> _status;
    private readonly Counter<long> _rollbacks;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes the meter.</param>
    public DebateMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        Meter meter = meters.Create(MeterName);
        _seconds = meter.CreateHistogram("workflows.debates.seconds", "s", "Seconds of a debate that has a synthesis, from its start to its end, by mode.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Buckets });
        _gate = meter.CreateCounter<long>("workflows.debates.gate", "{debate}", "Debates that have a synthesis, by mode and by what the evidence gate said; the pass rate is that of passed over passed and failed.");
        _fallbacks = meter.CreateCounter<long>("workflows.debates.fallbacks", "{fallback}", "What went another way than planned, by mode.");
        _failed = meter.CreateCounter<long>("workflows.debates.failed", "{debate}", "Debates that have no synthesis, by mode.");
        _share = meter.CreateGauge<long>("workflows.debates.rollout.share", "%", "The share of the eligible debates that the rollout runs in parallel.");
        _stage = meter.CreateGauge<long>("workflows.debates.rollout.stage", "{stage}", "The rollout's stage, from 1; 0: it has not begun.");
        _status = meter.CreateGauge<long>("workflows.debates.rollout.status", "{status}", "1 for the status that the rollout is in, 0 for the others.");
        _rollbacks = meter.CreateCounter<long>("workflows.debates.rollout.rollbacks", "{rollback}", "Rollbacks of the rollout, by cause: gate, time, operator.");
    }

    /// <summary>Takes a debate in.</summary>
    /// <param name="outcome">How it ended.</param>
    public void Ended(DebateOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        KeyValuePair<string, object?> mode = new("mode", outcome.Mode == DebateMode.Parallel ? "parallel" : "sequential");
        _fallbacks.Add(outcome.Fallbacks, mode);
        if (outcome.Gate is { } gate)
        {
            _seconds.Record(outcome.Seconds, mode);
            _gate.Add(1, mode, new("status", gate));
        }
        else
        {
            _failed.Add(1, mode);
        }
    }

    /// <summary>Notes how the rollout stands.</summary>
    /// <param name="status">Its status; null: it has not begun.</param>
    /// <param name="share">Percent of the eligible debates that run in parallel.</param>
    /// <param name="stage">The stage, from 1; 0: it has not begun.</param>
    public void RolloutStands(RolloutStatus? status, int share, int stage)
    {
        _share.Record(share);
        _stage.Record(stage);
        foreach (RolloutStatus? one in Statuses)
        {
            _status.Record(one == status ? 1 : 0, new KeyValuePair<string, object?>("status", RolloutView.Word(one)));
        }
    }

    /// <summary>Counts a rollback.</summary>
    /// <param name="cause"><c>gate</c>, <c>time</c>, <c>operator</c>.</param>
    public void RolledBack(string cause) => _rollbacks.Add(1, new KeyValuePair<string, object?>("cause", cause));
}
