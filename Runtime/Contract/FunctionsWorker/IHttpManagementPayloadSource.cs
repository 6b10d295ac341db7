namespace Workflows.FunctionsWorker;

/// <summary>A durable client that knows the addresses of the host's management API.</summary>
internal interface IHttpManagementPayloadSource
{
    HttpManagementPayload CreateHttpManagementPayload(string instanceId);
}
