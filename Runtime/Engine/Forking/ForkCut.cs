using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Forking;

/// <summary>A history cut at the event after which an instance is forked.</summary>
/// <param name="Past">The turns that are kept whole.</param>
/// <param name="Carried">What the fork takes in first: what had reached the source in the turn of the chosen event, up to it, with the edit applied.</param>
/// <param name="EditedTask">The call that is made anew with another input; null: none is.</param>
/// <param name="At">The source's time there.</param>
internal sealed record ForkCut(IReadOnlyList<HistoryEvent> Past, IReadOnlyList<HistoryEvent> Carried, int? EditedTask, DateTimeOffset At)
{
    /// <summary>The calls that are answered by <see cref="Carried"/>.</summary>
    public IReadOnlyList<int> Answered => [.. Carried.Where(e => e.TaskId != HistoryEvent.NoTask).Select(e => e.TaskId)];

    /// <param name="history">The source's history.</param>
    /// <param name="afterEvent">The number of the chosen event, from 1.</param>
    /// <param name="edit">What is changed there.</param>
    /// <param name="payload">The edit's value, serialized.</param>
    /// <exception cref="ForkRefusedException">There, or so, it cannot be forked.</exception>
    public static ForkCut Of(IReadOnlyList<HistoryEvent> history, long afterEvent, StepEditKind? edit, string? payload)
    {
        if (afterEvent < 1 || afterEvent > history.Count)
        {
            throw new ForkRefusedException($"There is no event {afterEvent}: the history has {history.Count}.");
        }

        int at = (int)afterEvent - 1;
        HistoryEvent chosen = history[at];
        Check(chosen, afterEvent, edit);
        return chosen.IsDecision ? AfterCall(history, at, edit, payload) : AfterOutcome(history, at, edit, payload);
    }

    private static void Check(HistoryEvent chosen, long number, StepEditKind? edit)
    {
        ForkPoint point = ForkPoint.Of(chosen.Kind)
            ?? throw new ForkRefusedException($"After event {number} ({chosen.Kind}) an instance cannot be forked: choose a call, an outcome, an event that was raised or a timer.");
        if ((edit == StepEditKind.Input && !point.TakesInput) || (edit == StepEditKind.Result && !point.TakesResult))
        {
            throw new ForkRefusedException($"Event {number} ({chosen.Kind}) takes no other {(edit == StepEditKind.Input ? "input" : "result")}.");
        }
    }

    private static ForkCut AfterCall(IReadOnlyList<HistoryEvent> history, int at, StepEditKind? edit, string? payload)
    {
        int end = at;
        while (end < history.Count && history[end].Kind != HistoryEventKind.TurnStarted)
        {
            end++;
        }

        HistoryEvent call = history[at];
        return new ForkCut(
            [.. history.Take(end)],
            edit == StepEditKind.Result ? [Result(call, payload)] : [],
            edit == StepEditKind.Input ? call.TaskId : null,
            history[TurnOf(history, at)].Time!.Value);
    }

    private static ForkCut AfterOutcome(IReadOnlyList<HistoryEvent> history, int at, StepEditKind? edit, string? payload)
    {
        int turn = TurnOf(history, at);
        if (turn == 0)
        {
            throw new ForkRefusedException($"Event {at + 1} came in with the start: there is no step before it. Restart the instance instead.");
        }

        List<HistoryEvent> carried = [.. history.Skip(turn + 1).Take(at - turn)];
        if (carried.Exists(e => e.Kind is HistoryEventKind.ExecutionRewound or HistoryEventKind.ExecutionForked or HistoryEventKind.ExecutionTerminated))
        {
            throw new ForkRefusedException($"In the turn of event {at + 1} the instance was rewound, forked or terminated: choose an event of another turn.");
        }

        if (edit == StepEditKind.Input)
        {
            carried.RemoveAt(carried.Count - 1);
        }
        else if (edit == StepEditKind.Result)
        {
            carried[^1] = Result(history[at], payload);
        }

        return new ForkCut([.. history.Take(turn)], carried, edit == StepEditKind.Input ? history[at].TaskId : null, history[turn].Time!.Value);
    }

    private static HistoryEvent Result(HistoryEvent step, string? payload) => new()
    {
        Kind = ForkPoint.ResultOf(step.Kind),
        TaskId = step.TaskId,
        Name = step.Kind == HistoryEventKind.EventRaised ? step.Name : null,
        Payload = payload,
        Details = new EventDetails { Edited = true },
    };

    private static int TurnOf(IReadOnlyList<HistoryEvent> history, int at)
    {
        int turn = at;
        while (history[turn].Kind != HistoryEventKind.TurnStarted)
        {
            turn--;
        }

        return turn;
    }
}
