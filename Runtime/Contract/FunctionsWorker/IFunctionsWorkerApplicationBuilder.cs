using Microsoft.Extensions.DependencyInjection;
using Workflows.FunctionsWorker.Middleware;

namespace Workflows.FunctionsWorker;

/// <summary>Builds a functions application.</summary>
public interface IFunctionsWorkerApplicationBuilder
{
    /// <summary>The services.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds middleware. It runs in the order in which it is added.</summary>
    /// <param name="middleware">Makes, of the rest of a run, the rest with the middleware before it.</param>
    /// <returns>The builder itself.</returns>
    IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware);
}
