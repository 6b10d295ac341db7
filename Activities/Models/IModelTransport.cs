using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>How requests get to the servers of the pools. Asked once for each pool.</summary>
public interface IModelTransport
{
    /// <summary>The base address of a pool's server, most often ending in <c>/v1</c>.</summary>
    /// <param name="pool">A pool of the catalogue.</param>
    /// <exception cref="InvalidOperationException">The pool is simulated and no simulator is there.</exception>
    Uri EndpointOf(ModelPool pool);

    /// <summary>The innermost handler of a pool's requests. It belongs to the transport: clients do not dispose it.</summary>
    /// <param name="pool">A pool of the catalogue.</param>
    HttpMessageHandler HandlerOf(ModelPool pool);
}
