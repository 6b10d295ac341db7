using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>An event of a history and its place there, with its payload cut.</summary>
/// <param name="Sequence">Its number, from 1.</param>
/// <param name="Event">The event; its payload is at most as long as was asked for.</param>
/// <param name="PayloadLength">How many characters the whole payload has; null: it has none.</param>
internal sealed record HistoryRow(long Sequence, HistoryEvent Event, int? PayloadLength);
