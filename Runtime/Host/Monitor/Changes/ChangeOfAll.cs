namespace Workflows.Runtime.Host.Monitor.Changes;

/// <summary>Something changed.</summary>
internal sealed record ChangeOfAll(long Version, DateTimeOffset Now);
