namespace Workflows.Runtime.Host.Monitor.Changes;

/// <summary>How an instance stands.</summary>
internal sealed record ChangeOfInstance(string Id, string? Status, long? Execution, long? Events, DateTimeOffset? Updated, bool Exists);
