using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Simulation;

/// <summary>Kills an engine at a chosen one of the places it reaches, and lets some transactions before it fail.</summary>
internal sealed class SimFaults(long diesAt, int failsOneIn, int seed) : IFaultPoint
{
    private readonly Random _random = new(seed);
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _struck = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Reached { get; private set; }

    public Task Struck => _struck.Task;

    public Fault Reach(FaultSite site)
    {
        lock (_gate)
        {
            if (++Reached == diesAt)
            {
                _struck.TrySetResult();
                return Fault.Dies;
            }

            return site == FaultSite.BeforeCommit && failsOneIn > 0 && _random.Next(failsOneIn) == 0 ? Fault.Fails : Fault.None;
        }
    }
}
