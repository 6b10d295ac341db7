using Microsoft.Extensions.DependencyInjection;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Invocation;
using Workflows.Runtime.Host.Tasks;

namespace Workflows.Runtime.Host.Triggers;

/// <summary>Runs functions that the host itself triggers; each run has a scope of its own.</summary>
internal sealed class TriggerRuns(FunctionHosting hosting, IServiceProvider services)
{
    /// <param name="function">The function.</param>
    /// <param name="trigger">What its trigger's parameter is made from.</param>
    /// <param name="data">What the function's context tells of the trigger.</param>
    /// <param name="retry">Which run of how many it is.</param>
    /// <param name="cancellationToken">Asks the function to end.</param>
    public async Task RunAsync(HostFunction function, object trigger, IReadOnlyDictionary<string, object?> data, RetryContext retry, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        HostFunctionContext context = new(function, hosting.Ids.Next(), scope.ServiceProvider, data, cancellationToken) { Retry = retry };
        await hosting.Runner.RunAsync(new FunctionRun(function, context) { Trigger = trigger });
    }
}
