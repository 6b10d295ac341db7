using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>A server of a <see cref="FleetSimulation"/>: it has good and bad times, and counts what it sees.</summary>
internal sealed class SimulatedServer(FleetPool pool, Random random, DateTimeOffset start)
{
    private readonly DateTimeOffset _badFrom = start.AddSeconds(random.Next(600));
    private readonly double _badFor = random.Next(3) == 0 ? random.Next(200) : 0;
    private readonly int _kind = random.Next(4);

    public FleetPool Pool => pool;

    public int Running { get; private set; }

    public List<(DateTimeOffset At, int Tokens)> Sent { get; } = [];

    public List<string> Overloads { get; } = [];

    public void Begin(DateTimeOffset now, int tokens)
    {
        Sent.Add((now, tokens));
        if (++Running > pool.MaxConcurrent)
        {
            Overloads.Add($"{pool.Name} at {now:O}");
        }
    }

    public void End() => Running--;

    /// <summary>How a request that is sent now will end, and after how many seconds.</summary>
    public (FleetOutcome Outcome, double Seconds) Serve(DateTimeOffset now, DateTimeOffset clock, int tokens)
    {
        bool isBad = now >= _badFrom && now < _badFrom.AddSeconds(_badFor);
        FleetOutcome sent = new() { Kind = FleetOutcomeKind.Ended, SentAt = clock, Tokens = tokens, Status = ModelSendStatus.Answered, HttpStatus = 200 };
        double seconds = random.NextDouble() * pool.TimeoutSeconds;
        return (isBad ? _kind : random.Next(40)) switch
        {
            0 => (sent with { Status = ModelSendStatus.RateLimited, HttpStatus = 429, RetryAfterSeconds = random.Next(2) == 0 ? random.Next(20) : null }, 0.05),
            1 => (sent with { Status = ModelSendStatus.Unavailable, HttpStatus = 503 }, 0.05),
            2 => (sent with { Status = ModelSendStatus.TimedOut, HttpStatus = null, DurationSeconds = pool.TimeoutSeconds }, pool.TimeoutSeconds),
            3 => (sent with { Status = ModelSendStatus.Unavailable, HttpStatus = null }, 0.01),
            4 => (sent with { ServerWaiting = random.Next(3) }, seconds),
            5 => (new FleetOutcome { Kind = FleetOutcomeKind.Unknown }, seconds),
            _ => (sent, seconds),
        };
    }
}
