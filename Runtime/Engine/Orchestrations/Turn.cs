using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>What one turn of an orchestrator took in and decided.</summary>
internal sealed record Turn
{
    /// <summary>The events to append to the history: the turn's start, what came in, what was decided.</summary>
    public required IReadOnlyList<HistoryEvent> Events { get; init; }

    /// <summary>How many of the last ones in <see cref="Events"/> are decisions.</summary>
    public required int DecisionCount { get; init; }

    public required OrchestrationRuntimeStatus Status { get; init; }

    /// <summary>The new custom status when it was set in this turn.</summary>
    public string? CustomStatus { get; init; }

    public bool CustomStatusSet { get; init; }

    /// <summary>The last event when the execution ended, else null.</summary>
    public HistoryEvent? End { get; init; }

    /// <summary>Timers that the ended execution still had.</summary>
    public IReadOnlyList<int> OpenTimers { get; init; } = [];

    /// <summary>Entities whose locks the ended execution still held or had asked for.</summary>
    public IReadOnlyList<string> LocksToFree { get; init; } = [];

    /// <summary>Events that nobody waited for, for the next execution of an instance that continues as new.</summary>
    public IReadOnlyList<CarriedEvent> Carried { get; init; } = [];

    /// <summary>How many of the events that reached it were taken in.</summary>
    public int TakenCount => Events.Count - DecisionCount - 1;

    public IEnumerable<HistoryEvent> Decisions => Events.Skip(Events.Count - DecisionCount);
}
