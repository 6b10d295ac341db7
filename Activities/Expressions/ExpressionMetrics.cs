using System.Diagnostics.Metrics;
using System.Text.Json;
using Workflows.Shared.Expressions;

namespace Workflows.Activities.Expressions;

/// <summary>The figures of the expression analyses, meter <c>Workflows.Expressions</c>. Prometheus shows a counter's name with <c>_total</c> behind it. Safe for many threads.</summary>
public sealed class ExpressionMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Workflows.Expressions";

    private static readonly double[] Buckets = [0.5, 1, 2.5, 5, 7.5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 600];

    private readonly Counter<long> _runs;
    private readonly Counter<long> _chunks;
    private readonly Histogram<double> _seconds;
    private readonly Counter<long> _kept;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes the meter.</param>
    public ExpressionMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        Meter meter = meters.Create(MeterName);
        _runs = meter.CreateCounter<long>("workflows.expressions.runs", "{analysis}", "Analyses that have ended, by how: complete, partial, failed.");
        _chunks = meter.CreateCounter<long>("workflows.expressions.chunks", "{chunk}", "Chunks that have ended, by how: analysed, failed, skipped. One that is tried again is counted again.");
        _seconds = meter.CreateHistogram("workflows.expressions.chunk.seconds", "s", "Seconds of a chunk from its begin to its end, waiting for a model included, by how it ended.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Buckets });
        _kept = meter.CreateCounter<long>("workflows.expressions.kept", "{expression}", "Expressions of the reports, by how their times were found or why they have none.");
    }

    /// <summary>Takes a note in.</summary>
    /// <param name="note">What happened.</param>
    public void Note(ExpressionNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        foreach (ChunkNote chunk in note.Chunks)
        {
            KeyValuePair<string, object?> outcome = new("outcome", chunk.Outcome);
            _chunks.Add(1, outcome);
            if (chunk.Seconds is { } seconds)
            {
                _seconds.Record(seconds, outcome);
            }
        }

        if (note.Ended is { } status)
        {
            _runs.Add(1, new KeyValuePair<string, object?>("status", JsonSerializer.SerializeToElement(status, ExpressionJson.Options).GetString()));
        }

        foreach ((string timing, int count) in note.Kept)
        {
            _kept.Add(count, new KeyValuePair<string, object?>("timing", timing));
        }
    }
}
