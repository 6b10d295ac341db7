using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>What can be done to an instance in its state.</summary>
internal static class InstanceOperations
{
    public const string RaiseEvent = "raiseEvent";
    public const string Suspend = "suspend";
    public const string Resume = "resume";
    public const string Terminate = "terminate";
    public const string Restart = "restart";
    public const string Rewind = "rewind";
    public const string Purge = "purge";
    public const string Fork = "fork";

    public static IReadOnlyList<string> Of(InstanceRecord head)
    {
        IReadOnlyList<string> allowed = Of(head.Status);
        return head.LastSequence == 0 ? [.. allowed.Where(operation => operation != Fork)] : allowed;
    }

    public static bool Allows(OrchestrationRuntimeStatus status, string operation) => Of(status).Contains(operation, StringComparer.Ordinal);

    private static IReadOnlyList<string> Of(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Terminated => [Restart, Fork, Purge],
        OrchestrationRuntimeStatus.Failed => [Rewind, Restart, Fork, Purge],
        OrchestrationRuntimeStatus.Suspended => [RaiseEvent, Resume, Terminate, Restart, Fork],
        _ => [RaiseEvent, Suspend, Terminate, Restart, Fork],
    };
}
