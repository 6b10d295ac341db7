using Workflows.Bench.Runtime.Measuring;
using Workflows.Durable.Entities;

namespace Workflows.Bench.Runtime.Measures;

/// <summary>An entity that counts, with 1 KB of state.</summary>
public sealed class BenchCounter : TaskEntity<BenchCounterState>
{
    private static Countdown? _signals;

    /// <summary>Counts one.</summary>
    /// <returns>How many there are now.</returns>
    public int Add()
    {
        State = State with { Count = State.Count + 1 };
        return State.Count;
    }

    /// <summary>Counts one that came as a signal.</summary>
    public void Note()
    {
        Add();
        _signals?.Signal();
    }

    /// <summary>Has the coming signals counted.</summary>
    internal static void Expect(Countdown signals) => _signals = signals;

    /// <inheritdoc/>
    protected override BenchCounterState InitializeState(TaskEntityOperation entityOperation) => new() { Body = Payload.OneKilobyte };
}
