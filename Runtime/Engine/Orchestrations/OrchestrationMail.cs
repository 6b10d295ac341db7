using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Mail that a turn did not take in.</summary>
/// <param name="Messages">The messages, in their order.</param>
/// <param name="Waits">True when they are of no use before another one comes.</param>
internal sealed record OrchestrationMail(List<InboxMessage> Messages, bool Waits)
{
    public static OrchestrationMail None => new([], Waits: false);

    /// <summary>Tells what an execution can take in from what is meant for another one or came a second time.</summary>
    public static (List<InboxMessage> Usable, List<InboxMessage> Stale) Sort(List<InboxMessage> mail, OrchestrationExecution execution)
    {
        List<InboxMessage> usable = new(mail.Count);
        List<InboxMessage> stale = [];
        HashSet<(bool Timer, long Number)> seen = [];
        foreach (InboxMessage m in mail)
        {
            bool isCurrent = m.Execution == 0 || m.Execution == execution.Execution;
            bool isOpen = m.IsStored || execution.IsOpen(m.Event.TaskId);
            bool isFirst = seen.Add((!m.IsStored && m.Event.Kind == HistoryEventKind.TimerFired, m.IsStored ? -m.Id : m.Event.TaskId));
            (isCurrent && isOpen && isFirst ? usable : stale).Add(m);
        }

        return (usable, stale);
    }

    /// <summary>True for what an execution begins with, for the first time or once more.</summary>
    public static bool IsStart(InboxMessage m) => m.Event.Kind is HistoryEventKind.ExecutionStarted or HistoryEventKind.ExecutionRewound;

    /// <summary>
    /// Brings what starts or rewinds an execution to the front of its mail. A termination comes even before it, so that no code runs, and takes
    /// along a start that is still to come.
    /// </summary>
    public static void PutStartFirst(List<InboxMessage> mail, Func<InboxMessage?> findStart)
    {
        InboxMessage? start = mail.Find(IsStart);
        InboxMessage? end = mail.Find(m => m.Event.Kind == HistoryEventKind.ExecutionTerminated);
        start ??= end is null ? null : findStart();
        if (start is null)
        {
            return;
        }

        mail.Remove(start);
        mail.Insert(0, start);
        if (end is not null)
        {
            mail.Remove(end);
            mail.Insert(0, end);
        }
    }
}
