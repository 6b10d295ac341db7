using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>Finds the instance that a request names.</summary>
internal static class InstanceFinder
{
    /// <exception cref="RefusedException">There is no such instance.</exception>
    public static InstanceRecord Head(JournalSession session, MonitorRequest request, bool full = false) => Head(session, request.Route("id"), full);

    /// <exception cref="RefusedException">There is no such instance.</exception>
    public static InstanceRecord Head(JournalSession session, string id, bool full) =>
        InstanceTable.Read(session, id, full) ?? throw RefusedException.NotFound($"There is no instance '{id}'.");

    /// <summary>The execution that a request names, by default the last one.</summary>
    /// <exception cref="RefusedException">There is no such instance, or no such execution of it.</exception>
    public static (long Execution, InstanceRecord Head) Execution(JournalSession session, MonitorRequest request)
    {
        InstanceRecord head = Head(session, request);
        long execution = request.Number("execution", head.Execution, 1, long.MaxValue);
        return execution == head.Execution || HistoryReader.Executions(session, head.Id).Exists(known => known.Execution == execution)
            ? (execution, head)
            : throw RefusedException.NotFound($"The instance '{head.Id}' has no execution {execution}.");
    }
}
