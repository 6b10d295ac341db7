using System.Reflection;
using Microsoft.AspNetCore.Http;
using Workflows.FunctionsWorker.Extensions.Abstractions;
using Workflows.FunctionsWorker.Http;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Invocation;
using Workflows.Runtime.Host.Queues;

namespace Workflows.Runtime.Host.Discovery;

/// <summary>A function: its method and how it is called.</summary>
internal sealed class HostFunction
{
    public required string Name { get; init; }

    /// <summary>By what name it is called as an orchestrator, activity or entity.</summary>
    public required string TaskName { get; init; }

    public required FunctionKind Kind { get; init; }

    public required MethodInfo Method { get; init; }

    public required TriggerBindingAttribute Trigger { get; init; }

    /// <summary>How each parameter gets its value.</summary>
    public required IReadOnlyList<ParameterBinder> Binders { get; init; }

    /// <summary>The type of the durable input.</summary>
    public required Type InputType { get; init; }

    /// <summary>Where an HTTP function is found.</summary>
    public HttpRoute? Route { get; init; }

    /// <summary>How a timer function that failed is run again; null: not before its next time.</summary>
    public RetryRule? Retry { get; init; }

    /// <summary>The queues that its result goes to.</summary>
    public required IReadOnlyList<QueueOutput> Outputs { get; init; }

    /// <summary>The property of an HTTP function's result that is its answer; null: the result itself.</summary>
    public PropertyInfo? HttpAnswer { get; init; }

    public IReadOnlyList<string> ParameterNames => field ??= [.. Method.GetParameters().Select(parameter => parameter.Name!)];

    /// <summary>The properties of its result that are outputs.</summary>
    public IReadOnlyList<PropertyInfo> OutputProperties => field ??= [.. Outputs.Select(output => output.Property).Append(HttpAnswer).OfType<PropertyInfo>()];

    /// <summary>True for an HTTP function that takes ASP.NET Core's request or answers with one of its results.</summary>
    public bool UsesAspNetCore =>
        Kind == FunctionKind.Http
        && (Array.Exists(Method.GetParameters(), parameter => parameter.ParameterType == typeof(HttpRequest))
            || !(HttpAnswer?.PropertyType ?? ReturnValue.TypeOf(Method.ReturnType)).IsAssignableTo(typeof(HttpResponseData)));

    public string EntryPoint => Describe(Method);

    public HostFunctionDefinition Definition => field ??= new HostFunctionDefinition(this);

    public FunctionBody Body => field ??= new FunctionBody(this);

    public static string Describe(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
