using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Takes up instances that had failed.</summary>
internal static class RewoundInstance
{
    /// <summary>
    /// Sees to a sub-orchestration that an execution had started before it was rewound: one that failed is rewound too, one that completed
    /// meanwhile answers once more, one that runs is left alone.
    /// </summary>
    /// <param name="session">The open transaction.</param>
    /// <param name="child">The child as it would be started anew.</param>
    /// <param name="ids">Numbers of messages.</param>
    /// <param name="now">The time.</param>
    /// <param name="message">What to deliver, if anything.</param>
    /// <returns>False when there is nothing to take up: it must be started anew.</returns>
    public static bool TakeUp(JournalSession session, NewInstance child, IdSource ids, DateTimeOffset now, out InboxMessage? message)
    {
        message = null;
        EventDetails own = child.Start.Event.Details!;
        if (InstanceTable.Read(session, child.Head.Id, full: true) is not { } existing || !IsOf(session, existing, own))
        {
            return false;
        }

        switch (existing.Status)
        {
            case OrchestrationRuntimeStatus.Terminated:
                return false;
            case OrchestrationRuntimeStatus.Failed:
                message = Reopen(session, existing, reason: null, ids, now);
                return true;
            case OrchestrationRuntimeStatus.Completed:
                message = new InboxMessage(ids.NextMessage(), own.ParentId!, own.ParentExecution!.Value, new HistoryEvent
                {
                    Kind = HistoryEventKind.SubOrchestrationCompleted, TaskId = own.ParentTask!.Value, Payload = existing.Output,
                });
                InboxTable.Insert(session, message);
                return true;
            default:
                return true;
        }
    }

    /// <summary>Takes up an instance that failed.</summary>
    /// <returns>The message that rewinds it.</returns>
    public static InboxMessage Reopen(JournalSession session, InstanceRecord failed, string? reason, IdSource ids, DateTimeOffset now)
    {
        InboxMessage message = new(ids.NextMessage(), failed.Id, failed.Execution, new HistoryEvent { Kind = HistoryEventKind.ExecutionRewound, Payload = reason });
        InstanceTable.Reopen(session, failed.Id, now);
        InboxTable.DeleteFailures(session, failed.Id, failed.Execution);
        InboxTable.Insert(session, message);
        return message;
    }

    /// <summary>Whether an instance was started by that very call: another one of the same parent may have named the same id.</summary>
    private static bool IsOf(JournalSession session, InstanceRecord existing, EventDetails call)
    {
        if (existing.ParentExecution != call.ParentExecution)
        {
            return false;
        }

        HistoryEvent? start = HistoryTable.ReadStart(session, existing.Execution) ?? InboxTable.ReadStart(session, existing.Id, existing.Execution)?.Event;
        return start?.Details?.ParentTask == call.ParentTask;
    }
}
