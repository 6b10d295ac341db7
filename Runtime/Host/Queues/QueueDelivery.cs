namespace Workflows.Runtime.Host.Queues;

/// <summary>A message that was received.</summary>
/// <param name="Queue">Its queue.</param>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text as on the wire.</param>
/// <param name="DequeueCount">How many times it has been received, this time included.</param>
/// <param name="InsertedAt">When it was put.</param>
internal sealed record QueueDelivery(string Queue, string Id, string Text, long DequeueCount, DateTimeOffset? InsertedAt)
{
    /// <summary>When it will be seen by others again, as of its receiving.</summary>
    public DateTimeOffset? NextVisibleAt { get; init; }

    /// <summary>When its queue drops it; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What proves to the store that this receiving is the latest; it may change when the message is kept for longer.</summary>
    public required string Receipt { get; set; }
}
