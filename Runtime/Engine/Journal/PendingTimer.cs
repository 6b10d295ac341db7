namespace Workflows.Runtime.Engine.Journal;

/// <summary>A timer that has not fired.</summary>
internal sealed record PendingTimer(long Execution, int TaskId, string Instance, DateTimeOffset FireAt);
