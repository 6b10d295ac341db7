namespace Workflows.Runtime.Host.Monitor.Operations;

/// <summary>A page of the audit log.</summary>
internal sealed record AuditAnswer(IReadOnlyList<AuditItem> Items, long? Next);
