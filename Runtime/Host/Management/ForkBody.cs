using Workflows.Runtime.Engine.Forking;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Management;

/// <summary>Reads what is to be forked, where and with what edit: for the monitor and the management API alike.</summary>
internal static class ForkBody
{
    /// <exception cref="RequestFaultException">A property cannot be used.</exception>
    public static ForkRequest Read(MonitorBody body, string instance)
    {
        bool hasInput = body.Has("stepInput");
        bool hasResult = body.Has("stepResult");
        if (hasInput && hasResult)
        {
            throw new RequestFaultException("stepResult", "Give 'stepInput' or 'stepResult', not both.");
        }

        string? id = body.Text("id");
        if (id is not null)
        {
            StartRequests.CheckId(id);
        }

        return new ForkRequest(instance, body.Number("afterEvent") ?? throw new RequestFaultException("afterEvent", "'afterEvent' is needed: the number of an event in the history."))
        {
            Execution = body.Number("execution"),
            NewId = id,
            Edit = hasInput ? new StepEdit(StepEditKind.Input, body.Json("stepInput"))
                : hasResult ? new StepEdit(StepEditKind.Result, body.Json("stepResult"))
                : null,
        };
    }
}
