namespace Workflows.Runtime.Host.Monitor.Triggers;

/// <summary>A timer function.</summary>
internal sealed record TimerItem(string Function, string Schedule, DateTimeOffset? Last, DateTimeOffset? Next, bool Disabled);
