using Workflows.Durable;
using Workflows.Runtime.Engine.Activities;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Invocation;

namespace Workflows.Runtime.Host.Tasks;

/// <summary>An activity function.</summary>
internal sealed class FunctionActivity(HostFunction function, FunctionHosting hosting, IServiceProvider services) : ITaskActivity
{
    public Type InputType => function.InputType;

    public Type OutputType => ReturnValue.TypeOf(function.Method.ReturnType);

    public Task<object?> RunAsync(TaskActivityContext context, object? input)
    {
        CancellationToken cancellationToken = context is EngineActivityContext engine ? engine.CancellationToken : CancellationToken.None;
        Dictionary<string, object?> data = new() { ["instanceId"] = context.InstanceId };
        HostFunctionContext run = new(function, hosting.Ids.Next(), services, data, cancellationToken);
        return hosting.Runner.RunAsync(new FunctionRun(function, run) { Trigger = context, Input = input });
    }
}
