using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>A call on the way to its span: what a history has told of it so far.</summary>
internal sealed class TimelineCall(HistoryEvent made, long sequence, DateTimeOffset start)
{
    public HistoryEvent Made => made;

    public long Scheduled => sequence;

    public DateTimeOffset Start => start;

    public string State { get; set; } = TimelineStates.Open;

    public DateTimeOffset? End { get; set; }

    public long? Ended { get; set; }

    public DateTimeOffset? Granted { get; set; }

    public string? Error { get; set; }

    /// <summary>The attempt that came after this one.</summary>
    public TimelineCall? Next { get; set; }

    /// <summary>True for what is shown as part of something else: a later attempt, or the timer between two.</summary>
    public bool IsPart { get; set; }

    public IEnumerable<TimelineCall> Attempts()
    {
        for (TimelineCall? call = this; call is not null; call = call.Next)
        {
            yield return call;
        }
    }
}
