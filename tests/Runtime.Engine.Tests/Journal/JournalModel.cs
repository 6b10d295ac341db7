using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>What the journal must hold, kept in plain dictionaries.</summary>
internal sealed class JournalModel
{
    public SortedDictionary<long, (string Target, string? Payload)> Inbox { get; } = [];

    public SortedDictionary<(long Execution, int Task), string> Tasks { get; } = [];

    public SortedDictionary<(long Execution, int Task), string> Timers { get; } = [];

    public SortedDictionary<string, (string? State, string? LockedBy)> Entities { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, (long Execution, string? Input, string? Output, string? Status)> Instances { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<(long Execution, long Sequence), string?> History { get; } = [];

    public Dictionary<long, string> Executions { get; } = [];

    public void DeleteInstance(string id)
    {
        Instances.Remove(id);
        HashSet<long> executions = [.. Executions.Where(e => e.Value == id).Select(e => e.Key)];
        RemoveWhere(History, key => executions.Contains(key.Execution));
        RemoveWhere(Tasks, key => executions.Contains(key.Execution));
        RemoveWhere(Timers, key => executions.Contains(key.Execution));
        RemoveWhere(Inbox, key => Inbox[key].Target == id);
        foreach (long execution in executions)
        {
            Executions.Remove(execution);
        }
    }

    /// <summary>All that it holds, one line each.</summary>
    public IReadOnlyList<string> Lines() =>
    [
        .. Inbox.Select(m => $"inbox {m.Key} {m.Value.Target} {m.Value.Payload}"),
        .. Tasks.Select(t => $"task {t.Key} {t.Value}"),
        .. Timers.Select(t => $"timer {t.Key} {t.Value}"),
        .. Entities.Select(e => $"entity {e.Key} {e.Value}"),
        .. Instances.Select(i => $"instance {i.Key} {i.Value}"),
        .. History.Select(h => $"history {h.Key} {h.Value}"),
        .. Payloads().Select(p => $"payload {p.Key} {p.Value}"),
    ];

    /// <summary>The same lines from a data file.</summary>
    public static IReadOnlyList<string> LinesOf(JournalSession session, IEnumerable<long> executions) =>
    [
        .. InboxTable.ReadAll(session).Select(m => $"inbox {m.Id} {m.Target} {m.Event.Payload}"),
        .. PendingTables.ReadTasks(session).Select(t => $"task {(t.Execution, t.TaskId)} {t.Instance}"),
        .. PendingTables.ReadTimers(session).OrderBy(t => (t.Execution, t.TaskId)).Select(t => $"timer {(t.Execution, t.TaskId)} {t.Instance}"),
        .. EntityTable.List(session, "@", "", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, stateless: true, 1000).Select(e => $"entity {e.Id} {(e.State, e.LockedBy)}"),
        .. InstanceTable.List(session, "1", [], 1000, full: true).OrderBy(i => i.Id, StringComparer.Ordinal)
            .Select(i => $"instance {i.Id} {(i.Execution, i.Input, i.Output, i.CustomStatus)}"),
        .. executions.Order().SelectMany(e => HistoryTable.Read(session, e).Select((h, i) => $"history {(e, (long)i + 1)} {h.Payload}")),
        .. session.Query("SELECT body, refs FROM payloads", row => (Body: row.GetString(0), Refs: row.GetInt32(1)))
            .OrderBy(p => p.Body, StringComparer.Ordinal).Select(p => $"payload {p.Body} {p.Refs}"),
    ];

    private SortedDictionary<string, int> Payloads()
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        IEnumerable<string?> texts = Inbox.Values.Select(m => m.Payload).Concat(History.Values).Concat(Entities.Values.Select(e => e.State))
            .Concat(Instances.Values.SelectMany(i => new[] { i.Input, i.Output, i.Status }));
        foreach (string? text in texts.Where(t => t?.Length >= JournalSchema.LargePayload))
        {
            counts[text!] = counts.GetValueOrDefault(text!) + 1;
        }

        return counts;
    }

    private static void RemoveWhere<TKey, TValue>(SortedDictionary<TKey, TValue> entries, Func<TKey, bool> where)
        where TKey : notnull
    {
        foreach (TKey key in entries.Keys.Where(where).ToList())
        {
            entries.Remove(key);
        }
    }
}
