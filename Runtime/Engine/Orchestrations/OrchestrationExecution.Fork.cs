using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <content>
/// How an execution goes on from another instance's past. Its history begins with that past; the event after it makes anew what was open there and gives guids another
/// seed, so that no child of the fork has the id of one of the source's. A replay does the same again: all is in the history.
/// </content>
internal sealed partial class OrchestrationExecution
{
    /// <summary>What was recorded before the event that is taken in, where it may be needed.</summary>
    private IReadOnlyList<HistoryEvent>? _recorded;

    /// <summary>True while the code is inside a critical section, or waits for its locks.</summary>
    public bool IsInCriticalSection => _context.Entities.InCriticalSection();

    /// <summary>The first turn of its own of an execution that was led along another one's past.</summary>
    /// <param name="now">The time.</param>
    /// <param name="past">What it was led along.</param>
    /// <param name="incoming">The event that begins its own life, and the outcomes that come with it.</param>
    public Turn AdvanceFork(DateTimeOffset now, IReadOnlyList<HistoryEvent> past, IReadOnlyList<HistoryEvent> incoming)
    {
        _recorded = past;
        try
        {
            return Advance(now, incoming);
        }
        finally
        {
            _recorded = null;
        }
    }

    private void Fork(HistoryEvent fork)
    {
        EventDetails details = fork.Details!;
        _context.SeedGuids(details.GuidSeed!);
        if (IsLedAlong || _end is not null)
        {
            return;
        }

        Dictionary<int, HistoryEvent> calls = [];
        foreach (HistoryEvent call in _recorded!.Where(e => e.IsDecision && e.TaskId != HistoryEvent.NoTask && e.Kind != HistoryEventKind.TimerCanceled))
        {
            calls[call.TaskId] = call;
        }

        foreach (int task in _context.OpenTasks.Except(details.Answered ?? []).Where(calls.ContainsKey).Order().ToList())
        {
            MakeAnew(calls[task], fork);
        }
    }

    private void MakeAnew(HistoryEvent call, HistoryEvent fork)
    {
        int number = _nextTask++;
        HistoryEvent anew = call with
        {
            TaskId = number,
            Payload = call.TaskId == fork.Details!.EditedTask ? fork.Payload : call.Payload,
            Details = (call.Details ?? new EventDetails()) with { InPlaceOf = call.TaskId },
        };
        if (call.Kind == HistoryEventKind.TimerCreated)
        {
            TimeSpan left = call.Time!.Value - fork.Time!.Value;
            anew = anew with { Time = _turnTime + (left > TimeSpan.Zero ? left : TimeSpan.Zero) };
        }
        else if (call.Kind == HistoryEventKind.SubOrchestrationScheduled && !call.Target!.Contains(InstanceId, StringComparison.Ordinal))
        {
            // The source's child has that id.
            anew = anew with { Target = DeterministicGuid.Create(fork.Details.GuidSeed + "|child", number).ToString("N") };
        }

        _context.Renumber(call.TaskId, number, anew.Kind == HistoryEventKind.TimerCreated ? anew.Time : null, anew.Target);
        _decisions.Add(anew);
    }
}
