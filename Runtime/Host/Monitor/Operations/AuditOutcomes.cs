namespace Workflows.Runtime.Host.Monitor.Operations;

/// <summary>How an operation went, in the audit log.</summary>
internal static class AuditOutcomes
{
    public const string Done = "done";
    public const string Accepted = "accepted";
    public const string Refused = "refused";
    public const string Failed = "failed";
    public const string Running = "running";
    public const string Stopped = "stopped";
}
