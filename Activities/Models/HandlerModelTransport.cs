using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Hands every request to one handler in the process: the simulator without sockets, for virtual time and for tests.</summary>
/// <param name="handler">Answers the requests. It stays with its owner.</param>
/// <param name="endpoint">The base address that requests carry, ending in <c>/v1</c>.</param>
public sealed class HandlerModelTransport(HttpMessageHandler handler, Uri endpoint) : IModelTransport
{
    /// <inheritdoc/>
    public Uri EndpointOf(ModelPool pool) => endpoint;

    /// <inheritdoc/>
    public HttpMessageHandler HandlerOf(ModelPool pool) => handler;
}
