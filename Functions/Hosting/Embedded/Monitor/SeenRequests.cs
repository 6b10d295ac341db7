using System.Diagnostics.Metrics;
using Workflows.Activities.Models;
using Workflows.Runtime.Host.Monitor;
using Workflows.Shared.Models;

namespace Workflows.Functions.Hosting.Monitor;

/// <summary>The latest requests to models that this host has sent, by pool: how long they took and which failed. It listens to the meter that counts them.</summary>
internal sealed class SeenRequests : IDisposable
{
    private const int KeptTimes = 128;
    private const int KeptErrors = 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<double>> _times = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LinkedList<MonitorError>> _errors = new(StringComparer.OrdinalIgnoreCase);
    private readonly MeterListener _listener = new();
    private readonly TimeProvider _time;

    public SeenRequests(TimeProvider time, IMeterFactory meters)
    {
        _time = time;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ModelMetrics.MeterName && instrument.Meter.Scope == meters && instrument.Name is "workflows.models.seconds" or "workflows.models.calls")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Took(Tag(tags, "pool"), seconds, Tag(tags, "status")));
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Ended(Tag(tags, "pool"), Tag(tags, "status"), Tag(tags, "task")));
        _listener.Start();
    }

    /// <summary>How long requests to a pool took; null: none was seen.</summary>
    public MonitorLatency? LatencyOf(string pool)
    {
        lock (_gate)
        {
            if (!_times.TryGetValue(pool, out Queue<double>? times) || times.Count == 0)
            {
                return null;
            }

            double[] sorted = [.. times.Order()];
            return new MonitorLatency(Round(times.Last()), Round(At(sorted, 0.5)), Round(At(sorted, 0.95)), sorted.Length);
        }
    }

    /// <summary>The last failures at a pool, newest first.</summary>
    public IReadOnlyList<MonitorError> ErrorsOf(string pool)
    {
        lock (_gate)
        {
            return _errors.TryGetValue(pool, out LinkedList<MonitorError>? errors) ? [.. errors] : [];
        }
    }

    public void Dispose() => _listener.Dispose();

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static double Round(double seconds) => Math.Round(seconds, 3);

    private static string? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            if (tag.Key == name)
            {
                return tag.Value as string;
            }
        }

        return null;
    }

    private static bool IsAnswer(string? status) => status is nameof(ModelSendStatus.Answered) or nameof(ModelSendStatus.Invalid);

    /// <summary>Only answers count: how soon a server refuses says nothing of how long it takes.</summary>
    private void Took(string? pool, double seconds, string? status)
    {
        if (pool is null || !IsAnswer(status))
        {
            return;
        }

        lock (_gate)
        {
            Queue<double> times = _times.TryGetValue(pool, out Queue<double>? known) ? known : _times[pool] = [];
            times.Enqueue(seconds);
            if (times.Count > KeptTimes)
            {
                times.Dequeue();
            }
        }
    }

    private void Ended(string? pool, string? status, string? task)
    {
        if (pool is null || status is null or nameof(ModelSendStatus.Answered) or nameof(ModelSendStatus.Cancelled) or nameof(ModelSendStatus.Stale))
        {
            return;
        }

        lock (_gate)
        {
            LinkedList<MonitorError> errors = _errors.TryGetValue(pool, out LinkedList<MonitorError>? known) ? known : _errors[pool] = [];
            errors.AddFirst(new MonitorError(_time.GetUtcNow(), status, status == nameof(ModelSendStatus.RateLimited) ? 429 : null, task is null ? null : $"task {task}"));
            if (errors.Count > KeptErrors)
            {
                errors.RemoveLast();
            }
        }
    }
}
