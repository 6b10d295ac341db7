using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Sends over the network: to each pool's endpoint, or to a simulator that listens somewhere.</summary>
/// <param name="simulatorEndpoint">The base address of the simulator for simulated pools, ending in <c>/v1</c>; null when there is none.</param>
public sealed class HttpModelTransport(Uri? simulatorEndpoint = null) : IModelTransport, IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly List<HttpMessageHandler> handlers = [];

    /// <inheritdoc/>
    public Uri EndpointOf(ModelPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return pool.Endpoint
            ?? simulatorEndpoint
            ?? throw new InvalidOperationException($"No simulator runs for the pool '{pool.Name}'; set {ModelOptions.Section}:Pools:{pool.Name}:Endpoint.");
    }

    /// <inheritdoc/>
    public HttpMessageHandler HandlerOf(ModelPool pool)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect would carry the prompt to a server that nobody configured.
            AllowAutoRedirect = false,
            UseCookies = false,

            // A proxy from the environment cannot reach this machine's own servers.
            UseProxy = !EndpointOf(pool).IsLoopback,
            PooledConnectionLifetime = ConnectionLifetime,
        };
        lock (gate)
        {
            handlers.Add(handler);
        }

        return handler;
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            handlers.ForEach(handler => handler.Dispose());
            handlers.Clear();
        }
    }
}
