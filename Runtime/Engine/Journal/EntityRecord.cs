namespace Workflows.Runtime.Engine.Journal;

/// <summary>The stored side of one entity.</summary>
internal sealed record EntityRecord(string Id, string? State, string? LockedBy, long? LockedExecution, DateTimeOffset Updated);
