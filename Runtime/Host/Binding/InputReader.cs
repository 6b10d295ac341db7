using System.Reflection;
using Workflows.Durable;
using Workflows.Runtime.Host.Invocation;

namespace Workflows.Runtime.Host.Binding;

/// <summary>Reads an orchestrator's input once more, as another type.</summary>
internal static class InputReader
{
    private static readonly MethodInfo Method = typeof(InputReader).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static ParameterBinder For(ParameterInfo parameter) => Method.MakeGenericMethod(parameter.ParameterType).CreateDelegate<ParameterBinder>();

    private static ValueTask<object?> Read<T>(FunctionRun run) => new(((TaskOrchestrationContext)run.Trigger!).GetInput<T>());
}
