namespace Workflows.Runtime.Host.Monitor.Triggers;

/// <summary>The activities of this process.</summary>
internal sealed record ActivityItem(int Running, int Queued, int Limit);
