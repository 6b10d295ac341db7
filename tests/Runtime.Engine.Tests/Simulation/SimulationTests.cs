using System.Collections.Concurrent;
using System.Globalization;

namespace Workflows.Runtime.Engine.Simulation;

/// <summary>
/// Generated orchestrations, killed at any transaction or message and taken up again. WORKFLOWS_SEEDS is the number of seeds
/// (default 200), WORKFLOWS_FIRST_SEED the first one (default 1).
/// </summary>
public sealed class SimulationTests
{
    [Fact]
    public async Task Every_generated_run_ends_after_its_crashes_as_if_nothing_had_happened()
    {
        int first = Setting("WORKFLOWS_FIRST_SEED", 1);
        ConcurrentDictionary<int, IReadOnlyList<string>> faults = [];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(first, Setting("WORKFLOWS_SEEDS", 200)), parallel, async (seed, cancellation) =>
        {
            IReadOnlyList<string> found = await SimProof.RunAsync(seed, cancellation);
            if (found.Count > 0)
            {
                faults[seed] = found;
            }
        });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.OrderBy(f => f.Key).Select(f => $"seed {f.Key}: {string.Join("; ", f.Value.Take(8))}")));
    }

    [Theory]
    [InlineData(258)]
    public async Task A_seed_that_once_found_a_fault_finds_none_any_more(int seed) =>
        Assert.Empty(await SimProof.RunAsync(seed, TestContext.Current.CancellationToken));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
