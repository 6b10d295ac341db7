using System.Globalization;
using System.Text;
using Workflows.Shared;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Comparison;

namespace Workflows.Cli.Debates;

/// <summary>A comparison for people: a table of both modes and their difference, each figure with its interval, then what the differences mean.</summary>
internal static class ComparisonText
{
    private const int MostFailures = 20;
    private const string Nothing = "-";

    private static readonly Unit Seconds = new(1, 2, "s");
    private static readonly Unit Percent = new(100, 1, "%");
    private static readonly Unit Points = new(100, 1, "points");

    /// <summary>The text, with a line's end at its end.</summary>
    /// <param name="report">The comparison.</param>
    public static string Of(ComparisonReport report)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Count(report.Tasks, "task")}, {Count(report.Runs, "run")}, {report.Debates.Count} debates{Answered(report)}\n");
        text.Append(CultureInfo.InvariantCulture, $"In brackets: the interval at {report.Confidence * 100:0} % confidence; -: too few samples.\n\n");
        Table(text, Rows(report));
        text.Append('\n');
        Verdict(text, "mean latency", report.Difference.MeanLatency, Seconds);
        Verdict(text, "gate's pass rate", report.Difference.GatePassRate, Points);
        Failures(text, report);
        return text.ToString();
    }

    private static List<string[]> Rows(ComparisonReport report)
    {
        (ModeFigures parallel, ModeFigures sequential) = (report.Parallel, report.Sequential);
        return
        [
            ["", "parallel", "sequential", "parallel - sequential"],
            ["latency, mean", Latency(parallel, figures => figures.Mean), Latency(sequential, figures => figures.Mean), Difference(report.Difference.MeanLatency, Seconds)],
            ["latency, p50", Latency(parallel, figures => figures.P50), Latency(sequential, figures => figures.P50), ""],
            ["latency, p95", Latency(parallel, figures => figures.P95), Latency(sequential, figures => figures.P95), ""],
            ["latency, worst", Latency(parallel, figures => figures.Worst), Latency(sequential, figures => figures.Worst), ""],
            ["gate passed", Rate(parallel.GatePassRate), Rate(sequential.GatePassRate), Difference(report.Difference.GatePassRate, Points)],
            ["with fallback", Rate(parallel.FallbackRate), Rate(sequential.FallbackRate), ""],
            ["failed", Rate(parallel.FailureRate), Rate(sequential.FailureRate), ""],
        ];
    }

    private static void Table(StringBuilder text, List<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            text.Append(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        }
    }

    private static void Verdict(StringBuilder text, string what, PairedFigure difference, Unit unit)
    {
        string verdict = (difference.Low, difference.High) switch
        {
            (null, _) => $"Too few pairs to compare the {what}",
            ( > 0, _) => $"The {what} is higher in parallel, by {unit.Words(difference.Value!.Value)}",
            (_, < 0) => $"The {what} is lower in parallel, by {unit.Words(-difference.Value!.Value)}",
            _ => $"No difference of the {what} is shown",
        };
        text.Append(CultureInfo.InvariantCulture, $"{verdict} ({Count(difference.Pairs, "pair")}).\n");
    }

    private static void Failures(StringBuilder text, ComparisonReport report)
    {
        ComparedDebate[] failed = [.. report.Debates.Where(debate => debate.Error is not null)];
        if (failed.Length == 0)
        {
            return;
        }

        text.Append("\nFailed:\n");
        foreach (ComparedDebate debate in failed.Take(MostFailures))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {debate.Task}, run {debate.Run}, {(debate.Mode == DebateMode.Parallel ? "parallel" : "sequential")}: {SafeText.Line(debate.Error)}\n");
        }

        text.Append(failed.Length > MostFailures ? string.Create(CultureInfo.InvariantCulture, $"  and {failed.Length - MostFailures} more; --format json has all\n") : "");
    }

    private static string Answered(ComparisonReport report)
    {
        int ended = report.Debates.Count(debate => debate.Error is null);
        return report.Simulated == 0 ? ""
            : report.Simulated == ended ? "; answered by the simulator, not by a model"
            : string.Create(CultureInfo.InvariantCulture, $"; {report.Simulated} of them answered by the simulator, not by a model");
    }

    private static string Latency(ModeFigures mode, Func<LatencyFigures, Estimate> figure)
    {
        Estimate estimate = figure(mode.Latency);
        return Figure(estimate.Value, estimate.Low, estimate.High, Seconds);
    }

    private static string Rate(RateEstimate rate) => rate.Of == 0 ? Nothing
        : string.Create(CultureInfo.InvariantCulture, $"{rate.Count} of {rate.Of}, {Figure(rate.Value, rate.Low, rate.High, Percent)}");

    private static string Difference(PairedFigure difference, Unit unit) => $"{(difference.Value > 0 ? "+" : "")}{Figure(difference.Value, difference.Low, difference.High, unit)}";

    private static string Figure(double? value, double? low, double? high, Unit unit) => value is not { } known ? Nothing
        : $"{unit.Words(known)} [{(low is { } from && high is { } to ? $"{unit.Number(from)} to {unit.Number(to)}" : Nothing)}]";

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private sealed record Unit(double Factor, int Digits, string Name)
    {
        public string Words(double value) => $"{Number(value)} {Name}";

        // A zero has no sign, also when it was rounded.
        public string Number(double value) => (Math.Round(value * Factor, Digits) + 0.0).ToString($"F{Digits}", CultureInfo.InvariantCulture);
    }
}
