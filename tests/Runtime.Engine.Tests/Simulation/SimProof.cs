namespace Workflows.Runtime.Engine.Simulation;

/// <summary>Holds a run with crashes against the undisturbed run of the same seed.</summary>
internal static class SimProof
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>What is wrong; empty when nothing is.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(int seed, CancellationToken cancellation)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        string folder = Directory.CreateTempSubdirectory("workflows-simulation-").FullName;
        try
        {
            SimPlan plan = new(seed);
            SimFaults none = new(diesAt: -1, failsOneIn: 0, seed);
            SimFile expected = await new SimRun(plan, Path.Combine(folder, "calm")).RunAsync([none], patience.Token);
            Random random = new(seed + 1);
            int failsOneIn = random.Next(3) == 0 ? 10 : 0;
            List<SimFaults> faults = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => new SimFaults(
                1 + random.NextInt64(Math.Max(1, none.Reached / (i + 1))), failsOneIn, seed + i))];
            faults.Add(new SimFaults(diesAt: -1, failsOneIn, seed));
            SimRun run = new(plan, Path.Combine(folder, "crashed"));
            SimFile actual = await run.RunAsync(faults, patience.Token);
            return [.. Compare(expected, actual), .. Check("calm", expected), .. Check("crashed", actual),
                .. run.Seen.SelectMany(actual.History.ChangedSince)];
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return [$"it did not end within {Patience}"];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Compare(SimFile expected, SimFile actual) =>
        expected.Outcomes.Except(actual.Outcomes).Select(o => $"expected {o}")
            .Concat(actual.Outcomes.Except(expected.Outcomes).Select(o => $"but was {o}"))
            .Concat(expected.Entities.Except(actual.Entities).Select(e => $"expected entity {e}"))
            .Concat(actual.Entities.Except(expected.Entities).Select(e => $"but was entity {e}"));

    private static IEnumerable<string> Check(string run, SimFile file) =>
        file.Left.Concat(file.WrongReferences).Concat(file.History.Faults()).Select(fault => $"{run}: {fault}");
}
