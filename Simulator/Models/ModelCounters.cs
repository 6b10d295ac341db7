namespace Workflows.Simulator.Models;

/// <summary>What a model has counted since the simulator started.</summary>
/// <remarks>Always <c>Seen = Accepted + Rejected + Refused</c> and <c>Accepted = Completed + Failed + Cancelled + Running</c>.</remarks>
public sealed record ModelCounters
{
    /// <summary>Calls that named this model.</summary>
    public long Seen { get; init; }

    /// <summary>Calls that got a slot.</summary>
    public long Accepted { get; init; }

    /// <summary>Calls turned away with 429.</summary>
    public long Rejected { get; init; }

    /// <summary>Calls turned away with any other status before they got a slot.</summary>
    public long Refused { get; init; }

    /// <summary>Accepted calls that were answered in full.</summary>
    public long Completed { get; init; }

    /// <summary>Accepted calls that ended in a fault: a 500 or a cut connection.</summary>
    public long Failed { get; init; }

    /// <summary>Accepted calls whose client went away first.</summary>
    public long Cancelled { get; init; }

    /// <summary>Calls that hold a slot now.</summary>
    public int Running { get; init; }

    /// <summary>The most calls that ever ran at once.</summary>
    public int PeakConcurrent { get; init; }

    /// <summary>The most calls accepted in any 60 seconds of the simulator's clock. Exact.</summary>
    public int PeakCallsPerMinute { get; init; }

    /// <summary>Calls seen, by task.</summary>
    public IReadOnlyDictionary<string, long> Tasks { get; init; } = new Dictionary<string, long>();

    /// <summary>Faults that struck, by name.</summary>
    public IReadOnlyDictionary<string, long> Faults { get; init; } = new Dictionary<string, long>();
}
