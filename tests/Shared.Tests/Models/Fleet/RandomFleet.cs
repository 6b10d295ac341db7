using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>What a <see cref="FleetSimulation"/> consists of.</summary>
internal static class RandomFleet
{
    public static FleetPool Pool(string name, Random random) => new()
    {
        Name = name,
        MaxConcurrent = random.Next(1, 10),
        CallsPerMinute = random.Next(3) == 0 ? null : random.Next(2, 30),
        TokensPerMinute = random.Next(3) == 0 ? random.Next(1_000, 20_000) : null,
        TimeoutSeconds = 30,
    };

    public static SimulatedCaller Caller(int number, IReadOnlyList<string> pools, DateTimeOffset now, Random random) => new()
    {
        Id = $"run-{random.Next(6)}:caller-{number}",
        Pools = [.. pools.OrderBy(_ => random.Next()).Take(random.Next(1, pools.Count + 1))],
        Class = (CallClass)random.Next(3),
        WorkStamp = now.AddSeconds(-random.Next(100)),
        Tokens = random.Next(50, 1_001),
        Fate = (CallerFate)Math.Max(random.Next(-6, 6), 0),
    };
}
