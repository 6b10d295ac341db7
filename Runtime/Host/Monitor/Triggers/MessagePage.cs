namespace Workflows.Runtime.Host.Monitor.Triggers;

/// <summary>A page of a queue's messages.</summary>
internal sealed record MessagePage(IReadOnlyList<MessageItem> Items, string? Next);
