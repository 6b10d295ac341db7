using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>
/// A server of a <see cref="FleetSimulation"/>: it has good and bad times, and counts what it sees. Some work on one request at a time and let the others wait
/// without ever refusing one. When the fleet's clock has jumped forward it counts anew: the limits hold for a steady clock.
/// </summary>
internal sealed class SimulatedServer(FleetPool pool, Random random, DateTimeOffset start)
{
    private readonly DateTimeOffset _badFrom = start.AddSeconds(random.Next(600));
    private readonly double _badFor = random.Next(3) == 0 ? random.Next(200) : 0;
    private readonly int _kind = random.Next(4);
    private readonly bool _queues = random.Next(4) == 0;
    private DateTimeOffset _freeAt = start;
    private int _running;

    public FleetPool Pool => pool;

    /// <summary>Which count goes on.</summary>
    public int Era { get; private set; }

    public List<(int Era, DateTimeOffset At, int Tokens)> Sent { get; } = [];

    public List<string> Overloads { get; } = [];

    public void BeginEra()
    {
        Era++;
        _running = 0;
    }

    /// <summary>Takes a request in. One that was on its way when the clock jumped belongs to the count before.</summary>
    public void Begin(int era, DateTimeOffset now, int tokens)
    {
        Sent.Add((era, now, tokens));
        if (era == Era && ++_running > pool.MaxConcurrent)
        {
            Overloads.Add($"{pool.Name} at {now:O}");
        }
    }

    public void End(int era) => _running -= era == Era ? 1 : 0;

    /// <summary>How a request that arrives now will end, and after how many seconds.</summary>
    public (FleetOutcome Outcome, double Seconds) Serve(DateTimeOffset now, DateTimeOffset sentAt, int tokens)
    {
        bool isBad = now >= _badFrom && now < _badFrom.AddSeconds(_badFor);
        FleetOutcome sent = new() { Kind = FleetOutcomeKind.Ended, SentAt = sentAt, Tokens = tokens, Status = ModelSendStatus.Answered, HttpStatus = 200 };
        double seconds = random.NextDouble() * pool.TimeoutSeconds;
        FleetOutcome slow = sent with { Status = ModelSendStatus.TimedOut, HttpStatus = null, DurationSeconds = pool.TimeoutSeconds };
        if (_queues && !isBad)
        {
            seconds = Queue(now, seconds / 4);
            return seconds <= pool.TimeoutSeconds ? (sent, seconds) : (slow, pool.TimeoutSeconds);
        }

        return (isBad ? _kind : random.Next(40)) switch
        {
            0 => (sent with { Status = ModelSendStatus.RateLimited, HttpStatus = 429, RetryAfterSeconds = random.Next(2) == 0 ? random.Next(20) : null }, 0.05),
            1 => (sent with { Status = ModelSendStatus.Unavailable, HttpStatus = 503 }, 0.05),
            2 => (slow, pool.TimeoutSeconds),
            3 => (sent with { Status = ModelSendStatus.Unavailable, HttpStatus = null }, 0.01),
            4 => (sent with { ServerWaiting = random.Next(3) }, seconds),
            5 => (new FleetOutcome { Kind = FleetOutcomeKind.Unknown }, seconds),
            _ => (sent, seconds),
        };
    }

    /// <returns>After how many seconds the answer is there; who waits longer than the pool's time is worked on until then and no further.</returns>
    private double Queue(DateTimeOffset now, double seconds)
    {
        DateTimeOffset end = (now > _freeAt ? now : _freeAt).AddSeconds(seconds);
        DateTimeOffset patience = now.AddSeconds(pool.TimeoutSeconds);
        if (_freeAt < patience)
        {
            _freeAt = end < patience ? end : patience;
        }

        return (end - now).TotalSeconds;
    }
}
