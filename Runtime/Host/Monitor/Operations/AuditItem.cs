using Workflows.Runtime.Engine.HostTables;

namespace Workflows.Runtime.Host.Monitor.Operations;

/// <summary>A note of the audit log.</summary>
internal sealed record AuditItem(
    long Id, DateTimeOffset Time, string Who, string Role, string From, string Operation, string? Target, string? Details, string Outcome, string? Message)
{
    public static AuditItem Of(AuditRow row) => new(row.Id, row.Time, row.Who, row.Role, row.Origin, row.Operation, row.Target, row.Details, row.Outcome, row.Message);
}
