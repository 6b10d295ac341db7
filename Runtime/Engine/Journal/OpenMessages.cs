using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>Which of the messages in memory the file still holds open.</summary>
internal static class OpenMessages
{
    public static List<InboxMessage> Of(JournalSession session, IEnumerable<InboxMessage> mail) => [.. mail.Where(m => IsOpen(session, m))];

    private static bool IsOpen(JournalSession session, InboxMessage m) =>
        m.IsStored ? InboxTable.Has(session, m.Id)
        : m.Event.Kind == HistoryEventKind.TimerFired ? PendingTables.HasTimer(session, m.Execution, m.Event.TaskId)
        : PendingTables.HasTask(session, m.Execution, m.Event.TaskId);
}
