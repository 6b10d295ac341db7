using Workflows.Runtime.Engine.Forking;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>How an instance can be forked after an event.</summary>
internal sealed record ForkAnswer(long AfterEvent, bool Input, bool Result)
{
    public static ForkAnswer? Of(HistoryEventKind kind, long sequence) =>
        ForkPoint.Of(kind) is { } point ? new ForkAnswer(sequence, point.TakesInput, point.TakesResult) : null;
}
