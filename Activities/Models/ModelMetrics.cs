using System.Diagnostics.Metrics;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>The figures of model calls, meter <c>Workflows.Models</c>.</summary>
public sealed class ModelMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Workflows.Models";

    private readonly Counter<long> calls;
    private readonly Histogram<double> seconds;
    private readonly Counter<long> tokens;

    /// <summary>Makes the instruments.</summary>
    public ModelMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        calls = meter.CreateCounter<long>("workflows.models.calls", "{call}", "Requests by pool, task and status.");
        seconds = meter.CreateHistogram<double>("workflows.models.seconds", "s", "From sending to the answer or the error.");
        tokens = meter.CreateCounter<long>("workflows.models.tokens", "{token}", "Tokens by pool, task and kind: prompt or completion.");
    }

    internal void Record(ModelSend send, ModelSendOutcome outcome)
    {
        var pool = new KeyValuePair<string, object?>("pool", send.Pool);
        var task = new KeyValuePair<string, object?>("task", send.Request.Task);
        var status = new KeyValuePair<string, object?>("status", outcome.Status.ToString());
        calls.Add(1, pool, task, status);
        if (outcome.SentAt is null)
        {
            return;
        }

        seconds.Record(outcome.Seconds, pool, task, status);
        tokens.Add(outcome.PromptTokens, pool, task, new KeyValuePair<string, object?>("kind", "prompt"));
        tokens.Add(outcome.CompletionTokens, pool, task, new KeyValuePair<string, object?>("kind", "completion"));
    }
}
