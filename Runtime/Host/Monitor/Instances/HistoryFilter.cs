using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>Which events of a history are asked for, and in which order.</summary>
/// <param name="After">Only those with a greater number.</param>
/// <param name="Before">Only those with a smaller number.</param>
/// <param name="Descending">The last first; the next page is then before the last item.</param>
/// <param name="Kinds">Only those of these kinds.</param>
/// <param name="NamePart">Stands in the event's name, or in that of the call that it answers; case matters not.</param>
internal sealed record HistoryFilter(long After, long Before, bool Descending, IReadOnlyCollection<HistoryEventKind>? Kinds, string? NamePart)
{
    /// <exception cref="RequestFaultException">A value cannot be used.</exception>
    public static HistoryFilter Read(MonitorRequest request) => new(
        request.Number("after", 0, 0, long.MaxValue),
        request.Number("before", long.MaxValue, 0, long.MaxValue),
        request.Descending(absent: false),
        request.Texts("kind")?.Select(kind => MonitorRequest.ChoiceOf<HistoryEventKind>("kind", kind)).ToHashSet(),
        request.Text("name"));

    public IEnumerable<HistoryRow> Choose(HistoryIndex index)
    {
        // Sequences have no holes, so that the ends of the range are places in the list.
        int first = (int)Math.Min(After, index.Rows.Count);
        int last = (int)Math.Min(Before - 1, index.Rows.Count);
        for (int i = 0; i < last - first; i++)
        {
            HistoryRow row = index.Rows[Descending ? last - 1 - i : first + i];
            if (IsMeant(row, index))
            {
                yield return row;
            }
        }
    }

    private bool IsMeant(HistoryRow row, HistoryIndex index) =>
        (Kinds is null || Kinds.Contains(row.Event.Kind))
        && (NamePart is null || (row.Event.Name ?? index.CallOf(row)?.Event.Name)?.Contains(NamePart, StringComparison.OrdinalIgnoreCase) == true);
}
