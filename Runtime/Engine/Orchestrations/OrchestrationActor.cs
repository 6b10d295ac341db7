using Workflows.Durable;
using Workflows.Runtime.Engine.Actors;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>An orchestration instance in memory: takes its mail, runs a turn, has it written, then carries out what it decided.</summary>
internal sealed class OrchestrationActor(string id, long lastUsed, EngineCore engine) : Actor(id, lastUsed)
{
    private OrchestrationExecution? _execution;

    /// <summary>What the instance waits for, in words; empty while it computes or is not in memory.</summary>
    public IReadOnlyList<string> WaitsFor => Inspect<IReadOnlyList<string>>(() => _execution is { } execution ? [.. execution.WaitsFor()] : []) ?? [];

    public override async Task RunTurnAsync()
    {
        List<InboxMessage> mail = TakeMail();
        int waiting = 0;
        bool retire = false;
        try
        {
            if (await ProcessAsync(mail))
            {
                waiting = mail.Count;
                ReturnMail(mail);
            }

            retire = _execution is null && waiting == 0;
        }
        catch (Exception e)
        {
            // What is in memory may be ahead of what is on disk: forget it and replay.
            _execution = null;
            ReturnMail(mail);
            engine.Log.TurnNotWritten(Id, e);
            engine.RetryLater(this);
            return;
        }

        engine.AfterTurn(this, EndTurn(waiting, retire));
    }

    /// <returns>True when the mail cannot be used yet and stays in the mailbox.</returns>
    private async Task<bool> ProcessAsync(List<InboxMessage> mail)
    {
        TaskFailureDetails? broken = null;
        if (_execution is null && !TryLoad(out broken))
        {
            await DropAsync(mail);
            return false;
        }

        OrchestrationExecution execution = _execution!;
        List<InboxMessage> usable = [.. mail.Where(m => m.Execution == 0 || m.Execution == execution.Execution)];
        List<InboxMessage> stale = [.. mail.Where(m => m.Execution != 0 && m.Execution != execution.Execution)];
        if (stale.Count > 0)
        {
            await DropAsync(stale);
            mail.RemoveAll(stale.Contains);
        }

        if (!execution.HasStarted && broken is null)
        {
            int start = usable.FindIndex(m => m.Event.Kind == HistoryEventKind.ExecutionStarted);
            if (start > 0)
            {
                usable = [usable[start], .. usable[..start], .. usable[(start + 1)..]];
            }
            else if (start < 0 && !usable.Exists(m => m.Event.Kind == HistoryEventKind.ExecutionTerminated))
            {
                return usable.Count > 0;
            }
        }

        if (usable.Count > 0 || broken is not null)
        {
            await TurnAsync(execution, usable, broken);
        }

        return false;
    }

    private async Task TurnAsync(OrchestrationExecution execution, List<InboxMessage> usable, TaskFailureDetails? broken)
    {
        DateTimeOffset now = engine.Now();
        Turn turn = broken is null
            ? execution.Advance(now, [.. usable.Select(m => m.Event)])
            : execution.FailNow(now, broken);
        TurnCommit commit = new(execution, turn, usable, engine.Ids, now);
        await engine.Journal.CommitAsync(commit);
        execution.LastSequence += turn.Events.Count;
        engine.CarryOut(execution, turn, commit);
        if (turn.End is not null)
        {
            _execution = null;
        }
    }

    private bool TryLoad(out TaskFailureDetails? broken)
    {
        broken = null;
        InstanceRecord? head = engine.Journal.Read(session => InstanceTable.Read(session, Id, full: false));
        if (head is null || head.IsEnded)
        {
            return false;
        }

        OrchestrationExecution execution = new(Id, head.Execution, engine.Orchestrations);
        if (head.LastSequence > 0)
        {
            List<HistoryEvent> history = engine.Journal.Read(session => HistoryTable.Read(session, head.Execution));
            engine.Log.Replaying(Id, history.Count);
            if (execution.Replay(history) is { } divergence)
            {
                engine.Log.Diverged(Id, divergence);
                broken = TaskFailureDetails.FromException(divergence);
                execution.LastSequence = history.Count;
            }
        }

        _execution = execution;
        return true;
    }

    /// <summary>Removes messages that nobody will take in; a lock that was granted to one who has ended is given back.</summary>
    private async Task DropAsync(List<InboxMessage> mail)
    {
        List<InboxMessage> stored = [.. mail.Where(m => m.IsStored)];
        if (stored.Count == 0)
        {
            return;
        }

        List<InboxMessage> unlocks = [.. stored
            .Where(m => m.Event.Kind == HistoryEventKind.EntityLockGranted)
            .SelectMany(m => m.Event.Details!.Entities!.Select(entity => new InboxMessage(engine.Ids.NextMessage(), entity, 0, new HistoryEvent
            {
                Kind = HistoryEventKind.EntityUnlock,
                Details = new EventDetails { SenderId = Id, SenderExecution = m.Execution },
            })))];
        await engine.Journal.CommitAsync(session =>
        {
            stored.ForEach(m => InboxTable.Delete(session, m.Id));
            unlocks.ForEach(m => InboxTable.Insert(session, m));
        });
        unlocks.ForEach(engine.Deliver);
    }
}
