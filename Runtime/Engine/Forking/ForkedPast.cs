using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Forking;

/// <summary>
/// A source's past as a fork's. It answers to no parent. Where the source named children, entities or events by its own id the fork's code names them by the fork's: both
/// readings are tried, and the one that the code follows is kept.
/// </summary>
internal static class ForkedPast
{
    /// <summary>The readings of a past, the likelier one first.</summary>
    public static IEnumerable<IReadOnlyList<HistoryEvent>> Readings(IReadOnlyList<HistoryEvent> past, string source, string fork)
    {
        List<HistoryEvent> own = [.. past.Select(e => Orphan(e))];
        List<HistoryEvent> renamed = own.ConvertAll(e => Rename(e, source, fork));
        bool differ = false;
        for (int i = 0; i < own.Count && !differ; i++)
        {
            differ = !ReferenceEquals(own[i], renamed[i]);
        }

        return differ ? [renamed, own] : [own];
    }

    /// <summary>An event with the fork's id in the place of the source's, where it names somebody by it.</summary>
    public static HistoryEvent Rename(HistoryEvent e, string source, string fork)
    {
        bool namesEvent = e.Kind is HistoryEventKind.EventRaised or HistoryEventKind.EventSent;
        string? target = e.Target?.Replace(source, fork, StringComparison.Ordinal);
        string? name = namesEvent ? e.Name?.Replace(source, fork, StringComparison.Ordinal) : e.Name;
        return target == e.Target && name == e.Name ? e : e with { Target = target, Name = name };
    }

    private static HistoryEvent Orphan(HistoryEvent e) => e is { Kind: HistoryEventKind.ExecutionStarted, Details.ParentId: not null }
        ? e with { Details = e.Details with { ParentId = null, ParentName = null, ParentExecution = null, ParentTask = null } }
        : e;
}
