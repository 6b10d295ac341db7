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

    /// <summary>What functions get: without rewind and restart, as Microsoft's worker gives it.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="origin">Scheme, host and port under which the caller reached this host; null: where it listens.</param>
    /// <exception cref="NotSupportedException">The host does not listen.</exception>
    public HttpManagementPayload PayloadOf(string instanceId, string? origin = null)
    {
        string instance = InstanceAddress(
            instanceId, origin ?? BaseAddress ?? throw new NotSupportedException("This host serves no HTTP: there is no management API."));
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

    /// <summary>What the management API itself answers to a start: all addresses.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="origin">Scheme, host and port under which the caller reached this host.</param>
    /// <param name="failureAsError">The status address asks for a 500 once the instance has failed.</param>
    public HttpManagementPayload StartedPayloadOf(string instanceId, string origin, bool failureAsError)
    {
        string instance = InstanceAddress(instanceId, origin);
        return new HttpManagementPayload
        {
            Id = instanceId,
            StatusQueryGetUri = $"{instance}?{Query}{(failureAsError ? "&returnInternalServerErrorOnFailure=true" : string.Empty)}",
            SendEventPostUri = $"{instance}/raiseEvent/{{eventName}}?{Query}",
            TerminatePostUri = $"{instance}/terminate?reason={{text}}&{Query}",
            RewindPostUri = $"{instance}/rewind?reason={{text}}&{Query}",
            PurgeHistoryDeleteUri = $"{instance}?{Query}",
            RestartPostUri = $"{instance}/restart?{Query}",
            SuspendPostUri = $"{instance}/suspend?reason={{text}}&{Query}",
            ResumePostUri = $"{instance}/resume?reason={{text}}&{Query}",
        };
    }

    private static string InstanceAddress(string instanceId, string origin) => $"{origin}{Root}/instances/{Uri.EscapeDataString(instanceId)}";
}
