using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Triggers;

/// <summary>A message in a queue.</summary>
internal sealed record MessageItem(string Id, DateTimeOffset? Inserted, DateTimeOffset? Visible, long Dequeued, bool Taken, Shown? Body);
