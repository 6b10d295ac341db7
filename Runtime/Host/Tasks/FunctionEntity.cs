using Workflows.Durable.Entities;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Invocation;

namespace Workflows.Runtime.Host.Tasks;

/// <summary>An entity function: each operation is a run of it.</summary>
internal sealed class FunctionEntity(HostFunction function, FunctionHosting hosting, IServiceProvider services) : ITaskEntity
{
    public async ValueTask<object?> RunAsync(TaskEntityOperation operation)
    {
        object? result = null;
        TaskEntityDispatcher dispatcher = new(services, async entity => result = await entity.RunAsync(operation));
        Dictionary<string, object?> data = new() { ["entityId"] = operation.Context.Id.ToString(), ["operation"] = operation.Name };
        HostFunctionContext run = new(function, hosting.Ids.Next(), services, data, hosting.Stopping);
        await hosting.Runner.RunAsync(new FunctionRun(function, run) { Trigger = dispatcher });
        return result;
    }
}
