namespace Workflows.FunctionsWorker;

/// <summary>A durable client that knows the addresses of the host's management API.</summary>
internal interface IHttpManagementPayloadSource
{
    /// <param name="instanceId">The instance.</param>
    /// <param name="origin">Scheme, host and port of the addresses; null: those of the host.</param>
    HttpManagementPayload CreateHttpManagementPayload(string instanceId, string? origin);
}
