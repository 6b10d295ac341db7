using System.Diagnostics.Metrics;
using System.Globalization;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>The figures of model calls, meter <c>Workflows.Models</c>.</summary>
public sealed class ModelMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Workflows.Models";

    /// <summary>Later attempts share one tag, so that an outage makes no endless list of series.</summary>
    private const int LastAttemptOfItsOwn = 9;

    private static readonly double[] Bounds = [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20, 30, 60, 120, 300];

    private readonly Counter<long> calls;
    private readonly Histogram<double> seconds;
    private readonly Counter<long> tokens;
    private readonly Counter<double> cost;

    /// <summary>Makes the instruments.</summary>
    public ModelMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        calls = meter.CreateCounter<long>("workflows.models.calls", "{call}", "Requests by pool, task, status, attempt and reason.");
        seconds = meter.CreateHistogram(
            "workflows.models.seconds", "s", "From sending to the answer or the error.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });
        tokens = meter.CreateCounter<long>("workflows.models.tokens", "{token}", "Tokens by pool, task and kind: prompt or completion.");
        cost = meter.CreateCounter<double>("workflows.models.cost", description: "Price by pool and task, where a pool has one, in the currency of its prices.");
    }

    internal void Record(ModelSend send, ModelSendOutcome outcome)
    {
        var pool = new KeyValuePair<string, object?>("pool", send.Pool);
        var task = new KeyValuePair<string, object?>("task", send.Request.Task);
        var status = new KeyValuePair<string, object?>("status", outcome.Status.ToString());
        var attempt = new KeyValuePair<string, object?>("attempt", send.Attempt <= LastAttemptOfItsOwn ? send.Attempt.ToString(CultureInfo.InvariantCulture) : "later");
        calls.Add(1, pool, task, status, attempt, new KeyValuePair<string, object?>("reason", send.Reason.ToString()));
        if (outcome.SentAt is null)
        {
            return;
        }

        seconds.Record(outcome.Seconds, pool, task, status);
        tokens.Add(outcome.PromptTokens, pool, task, new KeyValuePair<string, object?>("kind", "prompt"));
        tokens.Add(outcome.CompletionTokens, pool, task, new KeyValuePair<string, object?>("kind", "completion"));
        if (outcome.Cost is { } price)
        {
            cost.Add((double)price, pool, task);
        }
    }
}
