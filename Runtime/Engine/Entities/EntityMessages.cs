using Workflows.Durable;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Entities;

/// <summary>The messages that entities send and answer with.</summary>
internal static class EntityMessages
{
    public static InboxMessage Signal(EngineCore engine, EntityInstanceId target, string operation, string? payload, DateTimeOffset? at)
    {
        ThrowIfUnusable(target, operation);
        return new InboxMessage(engine.Ids.NextMessage(), target.ToString(), 0, new HistoryEvent
        {
            Kind = HistoryEventKind.EntityOperation, Name = operation, Payload = payload, Details = new EventDetails { OneWay = true },
        }, at);
    }

    /// <exception cref="ArgumentException">The id names no entity, or the operation is null.</exception>
    public static void ThrowIfUnusable(EntityInstanceId id, string operation)
    {
        ThrowIfDefault(id);
        ArgumentNullException.ThrowIfNull(operation);
    }

    /// <exception cref="ArgumentNullException">The id names no entity.</exception>
    public static void ThrowIfDefault(EntityInstanceId id) => ArgumentNullException.ThrowIfNull(id.Name, nameof(id));

    public static InboxMessage Answer(EngineCore engine, HistoryEvent request, string? result, TaskFailureDetails? failure) =>
        new(engine.Ids.NextMessage(), request.Details!.SenderId!, request.Details.SenderExecution!.Value, new HistoryEvent
        {
            Kind = failure is null ? HistoryEventKind.EntityCallCompleted : HistoryEventKind.EntityCallFailed,
            TaskId = request.TaskId,
            Payload = result,
            Details = failure is null ? null : new EventDetails { Failure = failure },
        });

    /// <summary>Passes a lock request to the next entity, or tells the requester that all are locked.</summary>
    public static InboxMessage LockNext(EngineCore engine, HistoryEvent request)
    {
        EventDetails details = request.Details!;
        int next = (details.Position ?? 0) + 1;
        return next < details.Entities!.Count
            ? new InboxMessage(engine.Ids.NextMessage(), details.Entities[next], 0, request with { Details = details with { Position = next } })
            : new InboxMessage(engine.Ids.NextMessage(), details.SenderId!, details.SenderExecution!.Value, new HistoryEvent
            {
                Kind = HistoryEventKind.EntityLockGranted, TaskId = request.TaskId, Details = new EventDetails { Entities = details.Entities },
            });
    }
}
