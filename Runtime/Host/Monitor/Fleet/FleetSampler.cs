using Microsoft.Extensions.Logging;

namespace Workflows.Runtime.Host.Monitor.Fleet;

/// <summary>Looks at the fleet every ten seconds and keeps the last hour in memory.</summary>
/// <param name="fleet">The fleet.</param>
/// <param name="clock">The real clock.</param>
/// <param name="now">The engine's time.</param>
/// <param name="logger">Told when the fleet cannot be looked at.</param>
internal sealed class FleetSampler(IMonitorFleet fleet, TimeProvider clock, Func<DateTimeOffset> now, ILogger logger)
{
    public const int StepSeconds = 10;

    private const int Kept = 360;

    private readonly Lock _gate = new();
    private readonly Queue<(DateTimeOffset Time, IReadOnlyDictionary<string, FleetSample> Pools)> _samples = [];
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private bool _failed;

    public async Task RunAsync(CancellationToken stopping)
    {
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(StepSeconds), clock);
        try
        {
            do
            {
                await SampleAsync(stopping);
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>The samples of the last minutes.</summary>
    /// <param name="minutes">How many minutes of real time.</param>
    /// <param name="step">Seconds of one point: a multiple of <see cref="StepSeconds"/>.</param>
    public FleetSeries Series(int minutes, int step)
    {
        List<(DateTimeOffset Time, IReadOnlyDictionary<string, FleetSample> Pools)> samples;
        lock (_gate)
        {
            samples = [.. _samples.Skip(Math.Max(0, _samples.Count - (minutes * 60 / StepSeconds)))];
        }

        List<(DateTimeOffset Time, IReadOnlyDictionary<string, FleetSample> Pools)[]> points = [.. samples.Chunk(step / StepSeconds)];
        IEnumerable<string> pools = samples.SelectMany(sample => sample.Pools.Keys).Distinct(StringComparer.Ordinal);
        return new FleetSeries(
            step, points.Count == 0 ? null : points[0][0].Time, [.. points.Select(point => point[^1].Time)],
            pools.ToDictionary(pool => pool, pool => Series(points.ConvertAll(point => point.Select(sample => sample.Pools.GetValueOrDefault(pool)).OfType<FleetSample>().ToList()))));
    }

    private static PoolSeries Series(List<List<FleetSample>> points) => new(
        points.ConvertAll(point => Last(point)?.InFlight),
        points.ConvertAll(point => Last(point)?.Waiting),
        points.ConvertAll(point => Last(point)?.Limit),
        points.ConvertAll(point => Last(point)?.CallsLeft),
        points.ConvertAll(point => point.Average(sample => sample.Latency) is { } mean ? Math.Round(mean, 3) : (double?)null),
        points.ConvertAll(point => point.Count == 0 ? (int?)null : point.Sum(sample => sample.Errors)));

    private static FleetSample? Last(List<FleetSample> point) => point.Count == 0 ? null : point[^1];

    private async Task SampleAsync(CancellationToken stopping)
    {
        try
        {
            MonitorFleet seen = await fleet.ReadAsync(stopping);
            DateTimeOffset time = now();
            Dictionary<string, FleetSample> pools = seen.Pools.ToDictionary(pool => pool.Name, pool => new FleetSample(
                pool.InFlight, pool.Waiting.Values.Sum(), pool.Limit, pool.Calls?.Left, pool.Latency?.Last, pool.Errors.Count(error => error.Time > _last)));
            _last = time;
            _failed = false;
            lock (_gate)
            {
                _samples.Enqueue((time, pools));
                while (_samples.Count > Kept)
                {
                    _samples.Dequeue();
                }
            }
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            if (!_failed)
            {
                HostLog.FleetNotSampled(logger, e);
            }

            _failed = true;
        }
    }
}
