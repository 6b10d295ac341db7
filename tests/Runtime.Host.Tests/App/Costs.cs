using Workflows.Runtime.Host.Monitor;

namespace Workflows.Runtime.Host.App;

/// <summary>Each orchestration of <see cref="Family.Child"/> is a call to a model.</summary>
internal sealed class Costs : IMonitorCosts
{
    private int _reads;

    public IReadOnlyCollection<string> Orchestrators { get; } = [nameof(Family.Child)];

    /// <summary>How many outputs were read.</summary>
    public int Reads => _reads;

    public IReadOnlyList<MonitorCost> Read(string output)
    {
        Interlocked.Increment(ref _reads);
        return [new MonitorCost { Pool = "pool", Model = output, PromptTokens = 3 }];
    }
}
