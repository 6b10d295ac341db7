using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Comparison;

namespace Workflows.Shared.Tests.Debate.Comparison;

public sealed class ComparisonReportTests
{
    [Fact]
    public void The_difference_is_that_of_the_pairs_whatever_their_order()
    {
        ComparisonReport report = Report(
            Debate(1, DebateMode.Parallel, 20), Debate(2, DebateMode.Sequential, 35), Debate(1, DebateMode.Sequential, 30), Debate(2, DebateMode.Parallel, 24));

        Assert.Equal((2, -10.5), (report.Difference.MeanLatency.Pairs, report.Difference.MeanLatency.Value!.Value));
        Assert.Equal((22, 32.5), (report.Parallel.Latency.Mean.Value!.Value, report.Sequential.Latency.Mean.Value!.Value));
    }

    [Fact]
    public void A_debate_that_failed_has_no_latency_and_its_gate_did_not_pass()
    {
        ComparisonReport report = Report(Failed(1, DebateMode.Parallel), Debate(1, DebateMode.Sequential, 30));

        Assert.Equal((0, 1), (report.Parallel.Latency.Samples, report.Parallel.FailureRate.Count));
        Assert.Equal((0, 1), (report.Parallel.GatePassRate.Count, report.Parallel.GatePassRate.Of));
        Assert.Equal((0, 1), (report.Difference.MeanLatency.Pairs, report.Difference.GatePassRate.Pairs));
        Assert.Equal(-1, report.Difference.GatePassRate.Value);
    }

    [Fact]
    public void Without_evidence_nothing_is_said_of_the_gate_also_when_a_debate_failed()
    {
        ComparisonReport report = Report(
            Debate(1, DebateMode.Parallel, 20) with { HasEvidence = false, Gate = "skipped" }, Failed(1, DebateMode.Sequential) with { HasEvidence = false });

        Assert.Equal((0, 0, 0), (report.Parallel.GatePassRate.Of, report.Sequential.GatePassRate.Of, report.Difference.GatePassRate.Pairs));
        Assert.Null(report.Difference.GatePassRate.Value);
    }

    [Fact]
    public void Fallbacks_count_also_where_the_debate_failed()
    {
        ComparisonReport report = Report(
            Failed(1, DebateMode.Parallel) with { Fallback = true }, Debate(2, DebateMode.Parallel, 20), Debate(1, DebateMode.Sequential, 30), Debate(2, DebateMode.Sequential, 30));

        Assert.Equal((1, 2, 0), (report.Parallel.FallbackRate.Count, report.Parallel.FallbackRate.Of, report.Sequential.FallbackRate.Count));
    }

    [Fact]
    public void The_interval_of_a_latency_does_not_begin_below_0() => Assert.Equal(0, LatencyFigures.Of([1, 9]).Mean.Low);

    private static ComparisonReport Report(params ComparedDebate[] debates) => ComparisonReport.Of(1, 1, debates);

    private static ComparedDebate Debate(int pair, DebateMode mode, double seconds) =>
        new() { Id = $"{pair}-{mode}", Pair = pair, Task = "letters", Run = pair, Mode = mode, Seconds = seconds, Gate = "passed", HasEvidence = true };

    private static ComparedDebate Failed(int pair, DebateMode mode) => Debate(pair, mode, 0) with { Seconds = null, Gate = null, Error = "failed: The synthesis failed." };
}
