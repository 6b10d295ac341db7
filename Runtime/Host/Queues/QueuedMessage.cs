namespace Workflows.Runtime.Host.Queues;

/// <summary>A message that lies in a queue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text as on the wire.</param>
/// <param name="Inserted">When it was put.</param>
/// <param name="Visible">When it can be received; null: not known.</param>
/// <param name="Dequeued">How many times it has been received.</param>
/// <param name="Taken">True while somebody works on it.</param>
internal sealed record QueuedMessage(string Id, string Text, DateTimeOffset? Inserted, DateTimeOffset? Visible, long Dequeued, bool Taken);
