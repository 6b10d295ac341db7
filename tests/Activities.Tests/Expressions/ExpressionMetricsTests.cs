using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Expressions;
using Workflows.Shared.Expressions;

namespace Workflows.Activities.Tests.Expressions;

public sealed class ExpressionMetricsTests
{
    public static TheoryData<ExpressionNote, string[]> Notes => new()
    {
        { new ExpressionNote(), [] },
        {
            new ExpressionNote { Chunks = [new ChunkNote { Outcome = "analysed", Seconds = 4.5 }, new ChunkNote { Outcome = "failed", Seconds = 300 }] },
            ["chunks 1 outcome=analysed", "chunk.seconds 4.5 outcome=analysed", "chunks 1 outcome=failed", "chunk.seconds 300 outcome=failed"]
        },
        { new ExpressionNote { Chunks = [new ChunkNote { Outcome = "skipped" }] }, ["chunks 1 outcome=skipped"] },
        { new ExpressionNote { Ended = ExpressionStatus.Complete, Kept = new Dictionary<string, int> { ["inflected"] = 7, ["not_found"] = 2 } }, ["runs 1 status=complete", "kept 7 timing=inflected", "kept 2 timing=not_found"] },
        { new ExpressionNote { Ended = ExpressionStatus.Failed }, ["runs 1 status=failed"] },
    };

    [Theory]
    [MemberData(nameof(Notes))]
    public void What_has_ended_is_counted_by_how(ExpressionNote note, string[] seen)
    {
        List<string> measured = [];
        IMeterFactory meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        ExpressionMetrics metrics = new(meters);
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ExpressionMetrics.MeterName && instrument.Meter.Scope == meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();

        metrics.Note(note);

        Assert.Equal(seen.Select(one => "workflows.expressions." + one), measured);

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            measured.Add(string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"));
    }
}
