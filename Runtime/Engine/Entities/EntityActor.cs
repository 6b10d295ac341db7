using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.Actors;
using Workflows.Runtime.Engine.Failures;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Orchestrations;

namespace Workflows.Runtime.Engine.Entities;

/// <summary>An entity in memory: runs its operations one after another, many in one turn, and has state and answers written together.</summary>
internal sealed class EntityActor(string id, long lastUsed, EngineCore engine) : Actor(id, lastUsed)
{
    private const int MaxOperations = 200;

    private readonly EntityInstanceId _entity = EntityInstanceId.FromString(id);
    private EntityRecord? _record;

    public override bool IsEntity => true;

    public override async Task<TurnEnd> RunTurnAsync()
    {
        List<InboxMessage> mail = TakeMail();
        List<InboxMessage> open = mail;
        try
        {
            int waiting = 0;
            try
            {
                waiting = await ProcessAsync(mail);
            }
            catch (StaleTurnException)
            {
                _record = null;
                open = engine.Journal.Read(session => OpenMessages.Of(session, mail));
                ReturnMail(open);
            }

            return EndTurn(waiting, retire: false);
        }
        catch (Exception e)
        {
            _record = null;
            ReturnMail(open);
            engine.Trouble.NotWritten(Id, e);
            return TurnEnd.Failed;
        }
    }

    /// <returns>How many messages must wait for a lock to be freed.</returns>
    private async Task<int> ProcessAsync(List<InboxMessage> mail)
    {
        using WorkUnit? unit = engine.Work.BeginUnit("operations", null, Id);
        _record ??= engine.Journal.Read(session => EntityTable.Read(session, Id)) ?? new EntityRecord(Id, null, null, null, engine.Now());
        EntityTurn turn = new(_record);
        List<InboxMessage> rest = [.. mail];
        AsyncServiceScope scope = engine.Services.CreateAsyncScope();
        try
        {
            while (turn.Done.Count < MaxOperations && NextUsable(turn, rest) is { } message)
            {
                rest.Remove(message);
                turn.Done.Add(message);
                await TakeAsync(turn, message, rest, scope.ServiceProvider);
            }
        }
        finally
        {
            await LeaveAsync(scope);
        }

        if (turn.Done.Count > 0)
        {
            await CommitAsync(turn);
            engine.Watch.Touch();
        }

        ReturnMail(rest);
        return NextUsable(turn, rest) is null ? rest.Count : 0;
    }

    private async Task LeaveAsync(AsyncServiceScope scope)
    {
        try
        {
            await scope.DisposeAsync();
        }
        catch (Exception e)
        {
            // How a service is disposed of changes nothing about what the operations did.
            engine.Log.ServicesNotLeft(Id, e);
        }
    }

    // A signal of the holder that was scheduled before its critical section is no part of it: it waits like everybody else's. A second request
    // of the holder comes from a rewound execution, which knows nothing of the first.
    private static InboxMessage? NextUsable(EntityTurn turn, List<InboxMessage> rest) => rest.Count == 0
        ? null
        : turn.LockedExecution is not { } holder
            ? rest[0]
            : rest.Find(m => m.Event.Kind == HistoryEventKind.EntityUnlock
                || (m.Event.Kind is HistoryEventKind.EntityOperation or HistoryEventKind.EntityLock
                    && m.Event.Details is { OneWay: not true } details && details.SenderExecution == holder));

    private async Task TakeAsync(EntityTurn turn, InboxMessage message, List<InboxMessage> rest, IServiceProvider services)
    {
        HistoryEvent request = message.Event;
        switch (request.Kind)
        {
            case HistoryEventKind.EntityLock:
                turn.LockedBy = request.Details!.SenderId;
                turn.LockedExecution = request.Details.SenderExecution;
                turn.Messages.Add(EntityMessages.LockNext(engine, request));
                break;
            case HistoryEventKind.EntityUnlock:
                Unlock(turn, request.Details!.SenderExecution, rest);
                break;
            default:
                await ExecuteAsync(turn, message, services);
                break;
        }
    }

    /// <summary>Frees the sender's lock; a request of the same sender that still waits here is moot.</summary>
    private static void Unlock(EntityTurn turn, long? sender, List<InboxMessage> rest)
    {
        if (turn.LockedExecution == sender)
        {
            turn.LockedBy = null;
            turn.LockedExecution = null;
            return;
        }

        if (rest.Find(m => m.Event.Kind == HistoryEventKind.EntityLock && m.Event.Details!.SenderExecution == sender) is { } asked)
        {
            rest.Remove(asked);
            turn.Done.Add(asked);
        }
    }

    private async Task ExecuteAsync(EntityTurn turn, InboxMessage message, IServiceProvider services)
    {
        HistoryEvent request = message.Event;
        string? before = turn.State;
        EntityStateCell cell = new(before, engine.Converter);
        EngineEntityContext context = new(_entity, engine, $"{Id}|{message.Id}");
        string? result = null;
        TaskFailureDetails? failure = null;
        try
        {
            turn.Entity ??= engine.Orchestrations.Tasks.Entity(_entity.Name, services);
            if (turn.Entity is not null)
            {
                object? value = await turn.Entity.RunAsync(new EngineEntityOperation(request, cell, context, engine.Converter));
                result = engine.Converter.Serialize(value);
            }
            else
            {
                failure = TaskNotFound.OfEntity(_entity.Name);
            }
        }
        catch (Exception e)
        {
            cell.Restore(before);
            failure = engine.Orchestrations.Failures.Describe(e);
            engine.Log.OperationFailed(Id, request.Name!, failure.ErrorType);
        }

        if (failure is null)
        {
            turn.State = cell.Text;
            turn.Messages.AddRange(context.Signals);
            turn.Orchestrations.AddRange(context.Orchestrations);
        }

        if (request.Details?.OneWay != true)
        {
            turn.Messages.Add(EntityMessages.Answer(engine, request, result, failure));
        }
    }

    private void Forget(JournalSession session, InboxMessage message)
    {
        if (!InboxTable.Delete(session, message.Id))
        {
            throw new StaleTurnException($"{message.Event.Describe()} to '{Id}'");
        }
    }

    private async Task CommitAsync(EntityTurn turn)
    {
        EntityRecord next = new(Id, turn.State, turn.LockedBy, turn.LockedExecution, engine.Now());
        List<NewInstance> started = [];
        await engine.Journal.CommitAsync(session =>
        {
            started.Clear();
            turn.Done.ForEach(m => Forget(session, m));
            EntityTable.Put(session, next);
            turn.Messages.ForEach(m => InboxTable.Insert(session, m));
            started.AddRange(turn.Orchestrations.Where(o => o.Insert(session, existing => existing.IsEnded) is null));
        });
        engine.Trouble.Written();
        _record = next;
        turn.Messages.ForEach(engine.Deliver);
        started.ForEach(o => engine.Deliver(o.Start));
    }
}
