using Workflows.Cli.Debates;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Comparison;

namespace Workflows.Cli.Tests.Debates;

public sealed class ComparisonTextTests
{
    [Fact]
    public void The_table_has_each_figure_with_its_interval_and_below_it_what_it_means()
    {
        ComparisonReport report = Report([.. Enumerable.Range(1, 10).SelectMany(pair => new[] { Debate(pair, DebateMode.Parallel, 24 + (pair / 10.0)), Debate(pair, DebateMode.Sequential, 29 + (pair / 5.0)) })]);

        Assert.Equal(
            """
            5 tasks, 2 runs, 20 debates; answered by the simulator, not by a model
            In brackets: the interval at 95 % confidence; -: too few samples.

                            parallel                           sequential                         parallel - sequential
            latency, mean   24.55 s [24.33 to 24.77]           30.10 s [29.67 to 30.53]           -5.55 s [-5.77 to -5.33]
            latency, p50    24.50 s [24.20 to 24.90]           30.00 s [29.40 to 30.80]
            latency, p95    25.00 s [-]                        31.00 s [-]
            latency, worst  25.00 s [-]                        31.00 s [-]
            gate passed     10 of 10, 100.0 % [72.2 to 100.0]  10 of 10, 100.0 % [72.2 to 100.0]  0.0 points [-27.8 to 27.8]
            with fallback   0 of 10, 0.0 % [0.0 to 27.8]       0 of 10, 0.0 % [0.0 to 27.8]
            failed          0 of 10, 0.0 % [0.0 to 27.8]       0 of 10, 0.0 % [0.0 to 27.8]

            The mean latency is lower in parallel, by 5.55 s (10 pairs).
            No difference of the gate's pass rate is shown (10 pairs).

            """.ReplaceLineEndings("\n"),
            ComparisonText.Of(report));
    }

    [Fact]
    public void What_cannot_be_said_is_a_dash_and_failures_are_named_on_one_harmless_line()
    {
        string text = ComparisonText.Of(Report(Failed(1, "failed: The\nsynthesis\u001b[31m failed."), Debate(1, DebateMode.Sequential, 30) with { HasEvidence = false, Gate = "skipped", Simulated = false }));

        Assert.Contains("latency, mean   -  ", text, StringComparison.Ordinal);
        Assert.Contains("Too few pairs to compare the mean latency (0 pairs).\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("simulator", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        Assert.StartsWith("letters, run 1, parallel: failed: The synthesis", text.Split("\nFailed:\n  ")[1], StringComparison.Ordinal);
        Assert.Single(text.Split("\nFailed:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void When_only_some_were_answered_by_the_simulator_it_says_how_many() =>
        Assert.Contains(
            "4 debates; 1 of them answered by the simulator",
            ComparisonText.Of(Report(Debate(1, DebateMode.Parallel, 20), Real(1, DebateMode.Sequential), Real(2, DebateMode.Parallel), Real(2, DebateMode.Sequential))),
            StringComparison.Ordinal);

    [Fact]
    public void Of_many_failures_the_first_are_named_and_the_others_counted()
    {
        string text = ComparisonText.Of(Report([.. Enumerable.Range(1, 25).SelectMany(pair => new[] { Failed(pair, "failed"), Real(pair, DebateMode.Sequential) })]));

        Assert.EndsWith("  and 5 more; --format json has all\n", text, StringComparison.Ordinal);
    }

    private static ComparisonReport Report(params ComparedDebate[] debates) => ComparisonReport.Of(5, 2, debates);

    private static ComparedDebate Real(int pair, DebateMode mode) => Debate(pair, mode, 20) with { Simulated = false };

    private static ComparedDebate Failed(int pair, string error) => Debate(pair, DebateMode.Parallel, 0) with { Seconds = null, Gate = null, Error = error, Simulated = false };

    private static ComparedDebate Debate(int pair, DebateMode mode, double seconds) =>
        new() { Id = $"{pair}-{mode}", Pair = pair, Task = "letters", Run = 1, Mode = mode, Seconds = seconds, Gate = "passed", HasEvidence = true, Simulated = true };
}
