using Workflows.Durable;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Invocation;

namespace Workflows.Runtime.Host.Tasks;

/// <summary>
/// An orchestrator function. Everything here awaits on the engine's scheduler: middleware around it must await nothing but the rest
/// of the run, as on the Functions host.
/// </summary>
internal sealed class FunctionOrchestrator(HostFunction function, FunctionHosting hosting, IServiceProvider services) : ITaskOrchestrator
{
    public Type InputType => function.InputType;

    public Type OutputType => ReturnValue.TypeOf(function.Method.ReturnType);

    public Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        Dictionary<string, object?> data = new() { ["instanceId"] = context.InstanceId };
        HostFunctionContext run = new(function, hosting.Ids.Next(), services, data, CancellationToken.None);
        return hosting.Runner.RunAsync(new FunctionRun(function, run) { Trigger = context, Input = input });
    }
}
