using Workflows.Durable;
using Workflows.Runtime.Engine.Actors;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>An orchestration instance in memory: takes its mail, runs a turn, has it written, then carries out what it decided.</summary>
internal sealed class OrchestrationActor(string id, long lastUsed, EngineCore engine) : Actor(id, lastUsed)
{
    private OrchestrationExecution? _execution;

    public override bool IsEntity => false;

    /// <summary>What the instance waits for, in words; empty while it computes or is not in memory.</summary>
    public IReadOnlyList<string> WaitsFor => Inspect<IReadOnlyList<string>>(() => _execution is { } execution ? [.. execution.WaitsFor()] : []) ?? [];

    /// <summary>What the instance waits for; null while it computes or is not in memory.</summary>
    public IReadOnlyList<OpenWait>? Waits => Inspect(() => _execution is { HasStarted: true } execution ? execution.Waits() : null);

    public override async Task<TurnEnd> RunTurnAsync()
    {
        List<InboxMessage> mail = TakeMail();
        List<InboxMessage> open = mail;
        try
        {
            // What nobody can take in before another message comes.
            int waiting = 0;
            try
            {
                OrchestrationMail left = await ProcessAsync(mail);
                ReturnMail(left.Messages);
                waiting = left.Waits ? left.Messages.Count : 0;
            }
            catch (StaleTurnException)
            {
                _execution = null;
                open = engine.Journal.Read(session => OpenMessages.Of(session, mail));
                ReturnMail(open);
            }

            return EndTurn(waiting, retire: _execution is null && waiting == 0);
        }
        catch (Exception e)
        {
            // What is in memory may be ahead of what is on disk: forget it and replay.
            _execution = null;
            ReturnMail(open);
            engine.Trouble.NotWritten(Id, e);
            return TurnEnd.Failed;
        }
    }

    /// <returns>The mail that was not taken in.</returns>
    private async Task<OrchestrationMail> ProcessAsync(List<InboxMessage> mail)
    {
        bool poked = mail.RemoveAll(m => m.Event.Kind == HistoryEventKind.WokenFromOutside) > 0;
        if (mail.Count == 0 && _execution is null)
        {
            return OrchestrationMail.None;
        }

        if (engine.ReplaysEveryTurn && mail.Count > 0)
        {
            _execution = null;
        }

        BrokenExecution? broken = null;
        if (_execution is null && !TryLoad(out broken))
        {
            await DropAsync(mail);
            return OrchestrationMail.None;
        }

        OrchestrationExecution execution = _execution!;
        if (poked && broken is null && execution.IsWokenFromOutside)
        {
            broken = new BrokenExecution(execution.NotDurableFailure, []);
        }

        (List<InboxMessage> usable, List<InboxMessage> stale) = OrchestrationMail.Sort(mail, execution);
        await DropAsync(stale);
        if (execution.AwaitsStart && broken is null)
        {
            OrchestrationMail.PutStartFirst(usable, () => engine.Journal.Read(session => InboxTable.ReadStart(session, Id, execution.Execution)));
            if (!usable.Exists(OrchestrationMail.IsStart))
            {
                return new OrchestrationMail(usable, Waits: true);
            }
        }

        if (usable.Count == 0 && broken is null)
        {
            return OrchestrationMail.None;
        }

        return new OrchestrationMail(await TurnAsync(execution, usable, broken), Waits: false);
    }

    /// <returns>What is left for the next execution.</returns>
    private async Task<List<InboxMessage>> TurnAsync(OrchestrationExecution execution, List<InboxMessage> usable, BrokenExecution? broken)
    {
        DateTimeOffset now = engine.Now();
        Turn turn = broken is null
            ? execution.Advance(now, [.. usable.Select(m => m.Event)])
            : execution.FailNow(now, broken.Failure, broken.Entities);
        int taken = broken is null ? turn.TakenCount : usable.Count;
        TurnCommit commit = new(execution, turn, usable[..taken], engine.Ids, now);
        await engine.Journal.CommitAsync(commit);
        engine.Trouble.Written();
        execution.LastSequence += turn.Events.Count;
        execution.StoredStatus = turn.Status;
        engine.CarryOut(execution, turn, commit);
        if (turn.End is not null)
        {
            _execution = null;
        }

        return usable[taken..];
    }

    private bool TryLoad(out BrokenExecution? broken)
    {
        broken = null;
        InstanceRecord? head = engine.Journal.Read(session => InstanceTable.Read(session, Id, full: false));
        if (head is null || head.IsEnded)
        {
            return false;
        }

        OrchestrationExecution execution = new(Id, head.Execution, engine.Orchestrations, () => engine.Poke(Id, head.Execution)) { StoredStatus = head.Status };
        if (head.LastSequence > 0)
        {
            List<HistoryEvent> history = engine.Journal.Read(session => HistoryTable.Read(session, head.Execution));
            engine.Log.Replaying(Id, history.Count);
            if (execution.Replay(history, isReopened: history is [.., { Kind: HistoryEventKind.ExecutionCompleted }]) is { } divergence)
            {
                engine.Log.Diverged(Id, divergence);
                broken = new BrokenExecution(
                    TaskFailureDetails.FromException(divergence),
                    [.. history.Where(e => e.Kind == HistoryEventKind.EntityLockRequested).SelectMany(e => e.Details!.Entities!)]);
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
