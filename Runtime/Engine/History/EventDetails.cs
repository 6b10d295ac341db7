using Workflows.Durable;

namespace Workflows.Runtime.Engine.History;

/// <summary>The less frequent properties of an event, stored as one JSON text.</summary>
internal sealed record EventDetails
{
    public string? Version { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    /// <summary>Name, id, execution and task of the orchestration that waits for this one.</summary>
    public string? ParentName { get; init; }

    public string? ParentId { get; init; }

    public long? ParentExecution { get; init; }

    public int? ParentTask { get; init; }

    /// <summary>From what the execution's guids are derived.</summary>
    public string? GuidSeed { get; init; }

    public int? Status { get; init; }

    /// <summary>Who sent an operation or a lock request, and whom the answer wakes.</summary>
    public string? SenderId { get; init; }

    public long? SenderExecution { get; init; }

    /// <summary>True for an operation that nobody waits for.</summary>
    public bool? OneWay { get; init; }

    /// <summary>The sorted ids of the entities of one critical section.</summary>
    public IReadOnlyList<string>? Entities { get; init; }

    /// <summary>Which of <see cref="Entities"/> a lock request has reached.</summary>
    public int? Position { get; init; }

    public bool? KeepEvents { get; init; }

    /// <summary>True for a termination that takes the sub-orchestrations along.</summary>
    public bool? Recursive { get; init; }

    /// <summary>For a call that a rewound execution makes again: the number it had before.</summary>
    public int? InPlaceOf { get; init; }

    /// <summary>For the event that begins a fork's own life: the instance whose past it has.</summary>
    public string? ForkedFrom { get; init; }

    /// <summary>For the event that begins a fork's own life: the number of the event after which it was forked, in the source's history.</summary>
    public long? ForkedAfter { get; init; }

    /// <summary>For the event that begins a fork's own life: calls of the past whose outcomes come right after it, so that they are not made anew.</summary>
    public IReadOnlyList<int>? Answered { get; init; }

    /// <summary>For the event that begins a fork's own life: the call that is made anew with the event's payload as its input.</summary>
    public int? EditedTask { get; init; }

    /// <summary>True for an outcome that whoever forked the instance put in the place of the recorded one.</summary>
    public bool? Edited { get; init; }

    /// <summary>For the start of an execution that continues another one: the events that nobody had waited for, in their order.</summary>
    public IReadOnlyList<CarriedEvent>? Carried { get; init; }
}
