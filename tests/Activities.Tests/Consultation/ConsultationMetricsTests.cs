using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Consultation;

namespace Workflows.Activities.Tests.Consultation;

public sealed class ConsultationMetricsTests
{
    [Fact]
    public void The_documents_four_and_the_products_own_are_recorded()
    {
        using ServiceProvider services = new ServiceCollection().AddMetrics().AddSingleton<ConsultationMetrics>().BuildServiceProvider();
        ConsultationMetrics metrics = services.GetRequiredService<ConsultationMetrics>();
        List<string> seen = [];
        using MeterListener listener = Listen(services.GetRequiredService<IMeterFactory>(), seen);

        metrics.SummaryTook(2.5, "kanana", "success");
        metrics.BatchStarted(20);
        metrics.Answered("quick-summary", ok: true);
        metrics.Answered("batch-analysis", ok: false);
        metrics.QueueLength(7);
        metrics.CallbackSent(delivered: true, 0.5);
        metrics.CallbackUndelivered();

        Assert.Equal(
            [
                "Histogram slm_response_time 2.5 model=kanana status=success",
                "Gauge mlm_batch_size 20 ",
                "Counter api_success_rate 1 outcome=success route=quick-summary",
                "Counter api_success_rate 1 outcome=error route=batch-analysis",
                "Gauge queue_length 7 ",
                "Counter workflows.callbacks.attempts 1 outcome=delivered",
                "Histogram workflows.callbacks.seconds 0.5 outcome=delivered",
                "Counter workflows.callbacks.undelivered 1 ",
            ],
            seen);
    }

    [Fact]
    public void The_summarys_buckets_stand_close_about_three_seconds()
    {
        using ServiceProvider services = new ServiceCollection().AddMetrics().AddSingleton<ConsultationMetrics>().BuildServiceProvider();
        IReadOnlyList<double>? bounds = null;
        IMeterFactory meters = services.GetRequiredService<IMeterFactory>();
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument is Histogram<double> { Name: "slm_response_time" } histogram && instrument.Meter.Scope == meters)
                {
                    bounds = histogram.Advice?.HistogramBucketBoundaries;
                }
            },
        };
        listener.Start();
        _ = services.GetRequiredService<ConsultationMetrics>();

        Assert.Superset(new HashSet<double> { 2.6, 3, 3.5 }, bounds!.ToHashSet());
    }

    private static MeterListener Listen(IMeterFactory meters, List<string> seen)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ConsultationMetrics.MeterName && instrument.Meter.Scope == meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Add(Line(instrument, value, tags)));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Add(Line(instrument, value, tags)));
        listener.Start();
        return listener;
    }

    private static string Line(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        FormattableString.Invariant($"{instrument.GetType().Name.Split('`')[0]} {instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
}
