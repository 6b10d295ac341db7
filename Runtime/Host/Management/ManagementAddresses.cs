using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.Http;

namespace Workflows.Runtime.Host.Management;

/// <summary>The addresses of the management API, known once the host listens.</summary>
internal sealed class ManagementAddresses(string hubName, FunctionKeys keys)
{
    public const string Root = "/runtime/webhooks/durabletask";

    /// <summary>Where the host listens; null when it does not.</summary>
    public string? BaseAddress { get; set; }

    private string Query => keys.SystemKey is { } key
        ? $"taskHub={Uri.EscapeDataString(hubName)}&connection=Storage&code={Uri.EscapeDataString(key)}"
        : $"taskHub={Uri.EscapeDataString(hubName)}&connection=Storage";

    /// <exception cref="NotSupportedException">The host does not listen.</exception>
    public HttpManagementPayload PayloadOf(string instanceId) => PayloadOf(
        instanceId, BaseAddress ?? throw new NotSupportedException("This host serves no HTTP: there is no management API."));

    public HttpManagementPayload PayloadOf(string instanceId, string baseAddress)
    {
        string instance = $"{baseAddress}{Root}/instances/{Uri.EscapeDataString(instanceId)}";
        return new HttpManagementPayload
        {
            Id = instanceId,
            StatusQueryGetUri = $"{instance}?{Query}",
            PurgeHistoryDeleteUri = $"{instance}?{Query}",
            SendEventPostUri = $"{instance}/raiseEvent/{{eventName}}?{Query}",
            TerminatePostUri = $"{instance}/terminate?reason={{{{text}}}}&{Query}",
            SuspendPostUri = $"{instance}/suspend?reason={{{{text}}}}&{Query}",
            ResumePostUri = $"{instance}/resume?reason={{{{text}}}}&{Query}",
        };
    }
}
