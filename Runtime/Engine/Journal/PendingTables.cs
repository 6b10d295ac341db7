using Workflows.Runtime.Engine.Activities;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>What the engine must take up again after a restart: open activities and timers.</summary>
internal static class PendingTables
{
    public static void AddTask(JournalSession session, PendingTask task) =>
        session.Execute("INSERT INTO tasks(execution, task, instance, sequence) VALUES($1, $2, $3, $4)", task.Execution, task.TaskId, task.Instance, task.Sequence);

    /// <returns>False when there is none: its result has been recorded, or its execution has ended.</returns>
    public static bool RemoveTask(JournalSession session, long execution, int task) =>
        session.Execute("DELETE FROM tasks WHERE execution = $1 AND task = $2", execution, task) > 0;

    public static bool HasTask(JournalSession session, long execution, int task) =>
        session.Scalar("SELECT 1 FROM tasks WHERE execution = $1 AND task = $2", execution, task) is not null;

    public static void AddTimer(JournalSession session, PendingTimer timer) =>
        session.Execute("INSERT INTO timers(execution, task, instance, fire) VALUES($1, $2, $3, $4)", timer.Execution, timer.TaskId, timer.Instance, timer.FireAt.UtcTicks);

    /// <returns>False when there is none: it has fired or was cancelled, or its execution has ended.</returns>
    public static bool RemoveTimer(JournalSession session, long execution, int task) =>
        session.Execute("DELETE FROM timers WHERE execution = $1 AND task = $2", execution, task) > 0;

    public static bool HasTimer(JournalSession session, long execution, int task) =>
        session.Scalar("SELECT 1 FROM timers WHERE execution = $1 AND task = $2", execution, task) is not null;

    /// <summary>An execution that has ended waits for nothing.</summary>
    public static void RemoveAll(JournalSession session, long execution)
    {
        session.Execute("DELETE FROM tasks WHERE execution = $1", execution);
        session.Execute("DELETE FROM timers WHERE execution = $1", execution);
    }

    public static List<PendingTask> ReadTasks(JournalSession session) =>
        session.Query(
            """
            SELECT t.execution, t.task, t.instance, t.sequence, h.details
            FROM tasks t LEFT JOIN history h ON h.execution = t.execution AND h.sequence = t.sequence ORDER BY t.execution, t.task
            """,
            row => new PendingTask(
                row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.GetInt64(3), ResourceTag.ClassOf(JournalText.Details(JournalText.TextAt(row, 4)))));

    public static List<PendingTimer> ReadTimers(JournalSession session) =>
        session.Query(
            "SELECT execution, task, instance, fire FROM timers",
            row => new PendingTimer(row.GetInt64(0), row.GetInt32(1), row.GetString(2), JournalText.Time(row.GetInt64(3))));
}
