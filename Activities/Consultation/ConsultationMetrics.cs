using System.Diagnostics.Metrics;

namespace Workflows.Activities.Consultation;

/// <summary>
/// The figures of the consultations, meter <c>Workflows.Consultations</c>: the four of document 002 (section 7.1) by the document's names,
/// and the product's own. Prometheus shows a counter's name with <c>_total</c> behind it. Safe for many threads.
/// </summary>
public sealed class ConsultationMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Workflows.Consultations";

    /// <summary>Close together about the promise of three seconds.</summary>
    private static readonly double[] ResponseBuckets = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.25, 2.5, 2.6, 2.75, 3, 3.5, 4, 5, 10];

    private static readonly double[] CallbackBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Histogram<double> _responseTime;
    private readonly Gauge<long> _batchSize;
    private readonly Counter<long> _success;
    private readonly Gauge<long> _queueLength;
    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _callbackSeconds;
    private readonly Counter<long> _undelivered;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes the meter.</param>
    public ConsultationMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        Meter meter = meters.Create(MeterName);
        _responseTime = meter.CreateHistogram(
            "slm_response_time", "s", "Seconds from a summary's request to its answer, by model and status.", advice: Buckets(ResponseBuckets));
        _batchSize = meter.CreateGauge<long>("mlm_batch_size", "{consultation}", "Consultations of the latest analysis run.");
        _success = meter.CreateCounter<long>("api_success_rate", "{request}", "Requests by route and outcome; the rate is that of success over all.");
        _queueLength = meter.CreateGauge<long>("queue_length", "{consultation}", "Consultations that wait for analysis.");
        _attempts = meter.CreateCounter<long>("workflows.callbacks.attempts", "{attempt}", "Attempts to deliver a callback, by outcome.");
        _callbackSeconds = meter.CreateHistogram(
            "workflows.callbacks.seconds", "s", "Seconds of an attempt to deliver a callback, by outcome.", advice: Buckets(CallbackBuckets));
        _undelivered = meter.CreateCounter<long>("workflows.callbacks.undelivered", "{callback}", "Callbacks given up after a day, to be sent again by hand.");
    }

    /// <summary>Counts a request that was answered.</summary>
    /// <param name="route">The route's short name, such as <c>quick-summary</c>; never anything of the request.</param>
    /// <param name="ok">Whether it was answered as it should be; false for what the server could not do, and for refusals.</param>
    public void Answered(string route, bool ok) => _success.Add(1, Tag("outcome", ok ? "success" : "error"), Tag("route", route));

    /// <summary>Notes how long a summary took.</summary>
    /// <param name="seconds">From the request to the answer.</param>
    /// <param name="model">The model that answered; <c>none</c> when none did.</param>
    /// <param name="status"><c>success</c> or <c>degraded</c>.</param>
    public void SummaryTook(double seconds, string model, string status) => _responseTime.Record(seconds, Tag("model", model), Tag("status", status));

    /// <summary>Notes the size of an analysis run that begins.</summary>
    /// <param name="size">Its consultations.</param>
    public void BatchStarted(int size) => _batchSize.Record(size);

    /// <summary>Notes how many consultations wait.</summary>
    /// <param name="waiting">As many.</param>
    public void QueueLength(int waiting) => _queueLength.Record(waiting);

    /// <summary>Counts an attempt to deliver a callback.</summary>
    /// <param name="delivered">Whether it was delivered.</param>
    /// <param name="seconds">How long it took.</param>
    public void CallbackSent(bool delivered, double seconds)
    {
        KeyValuePair<string, object?> outcome = Tag("outcome", delivered ? "delivered" : "failed");
        _attempts.Add(1, outcome);
        _callbackSeconds.Record(seconds, outcome);
    }

    /// <summary>Counts a callback that was given up.</summary>
    public void CallbackUndelivered() => _undelivered.Add(1);

    private static InstrumentAdvice<double> Buckets(double[] bounds) => new() { HistogramBucketBoundaries = bounds };

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
