using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.Discovery;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>A function as middleware sees it.</summary>
internal sealed class HostFunctionDefinition(HostFunction function) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. function.Method.GetParameters().Select(p => new FunctionParameter(p.Name!, p.ParameterType, p.HasDefaultValue, p.HasDefaultValue ? p.DefaultValue : null))];

    public override string PathToAssembly => function.Method.Module.FullyQualifiedName;

    public override string EntryPoint => function.EntryPoint;

    public override string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{function.Name}\n{function.EntryPoint}")).AsSpan(0, 16));

    public override string Name => function.Name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = Inputs(function);

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } = Outputs(function);

    private static ImmutableDictionary<string, BindingMetadata> Outputs(HostFunction function)
    {
        const string Return = "$return";
        IEnumerable<(string Name, string Type)> outputs = function.Outputs.Select(output => (output.Property?.Name ?? Return, "queue"));
        if (function.Kind == FunctionKind.Http)
        {
            outputs = outputs.Append((function.HttpAnswer?.Name ?? Return, "http"));
        }

        return outputs.DistinctBy(output => output.Name).ToImmutableDictionary(
            output => output.Name, output => (BindingMetadata)new HostBindingMetadata(output.Name, output.Type, BindingDirection.Out));
    }

    private static ImmutableDictionary<string, BindingMetadata> Inputs(HostFunction function)
    {
        string trigger = function.Kind switch
        {
            FunctionKind.Orchestration => "orchestrationTrigger",
            FunctionKind.Activity => "activityTrigger",
            FunctionKind.Entity => "entityTrigger",
            FunctionKind.Http => "httpTrigger",
            FunctionKind.Timer => "timerTrigger",
            _ => "queueTrigger",
        };
        return function.Method.GetParameters()
            .Select(p => p.GetCustomAttribute<DurableClientAttribute>() is not null ? new HostBindingMetadata(p.Name!, "durableClient", BindingDirection.In)
                : p.GetCustomAttributes().Contains(function.Trigger) ? new HostBindingMetadata(p.Name!, trigger, BindingDirection.In)
                : null)
            .OfType<BindingMetadata>()
            .ToImmutableDictionary(b => b.Name);
    }
}
