using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Extensions.Abstractions;
using Workflows.FunctionsWorker.Http;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Invocation;
using Workflows.Runtime.Host.Queues;

namespace Workflows.Runtime.Host.Binding;

/// <summary>Decides, parameter by parameter, where a function's arguments come from.</summary>
/// <param name="kind">What triggers the function.</param>
/// <param name="routeNames">The names in its route.</param>
internal sealed class BindingPlan(FunctionKind kind, IReadOnlyList<string> routeNames)
{
    private bool _hasInput;

    /// <summary>The type of the durable input: that of the first parameter that wants it.</summary>
    public Type InputType { get; private set; } = typeof(object);

    /// <exception cref="FunctionFaultException">This host has no value for the parameter.</exception>
    public ParameterBinder BinderFor(ParameterInfo parameter)
    {
        if (parameter.ParameterType.IsByRef)
        {
            throw Unknown(parameter, "it is passed by reference");
        }

        if (parameter.IsDefined(typeof(TriggerBindingAttribute)))
        {
            return Trigger(parameter);
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return run => new(run.Context);
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return run => new(run.Context.CancellationToken);
        }

        return parameter.IsDefined(typeof(DurableClientAttribute)) ? Client(parameter) : ByKind(parameter);
    }

    private ParameterBinder ByKind(ParameterInfo parameter)
    {
        switch (kind)
        {
            case FunctionKind.Orchestration:
                return OrchestrationInput(parameter);
            case FunctionKind.Activity when parameter.ParameterType == typeof(string) && parameter.Name == "instanceId":
                return run => new(((TaskActivityContext)run.Trigger!).InstanceId);
            case FunctionKind.Queue when QueueBinding.Metadata(parameter) is { } binder:
                return binder;
            case FunctionKind.Http when parameter.IsDefined(typeof(FromBodyAttribute)):
                return RequestBinding.Body(parameter);
            case FunctionKind.Http when routeNames.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase):
                return RequestBinding.Route(parameter);
            default:
                throw Unknown(parameter, "it is neither the trigger nor a FunctionContext, a CancellationToken or a [DurableClient]"
                    + (kind == FunctionKind.Http ? ", nor a name of the route or a [FromBody] of the worker"
                        : kind == FunctionKind.Queue ? $", nor one of {string.Join(", ", QueueMetadata.Types.Keys)} in its type"
                        : string.Empty));
        }
    }

    private ParameterBinder Trigger(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        switch (kind)
        {
            case FunctionKind.Orchestration:
                return type == typeof(TaskOrchestrationContext) ? TriggerValue : throw Unknown(parameter, "an orchestration trigger is a TaskOrchestrationContext");
            case FunctionKind.Entity:
                return type == typeof(TaskEntityDispatcher) ? TriggerValue : throw Unknown(parameter, "an entity trigger is a TaskEntityDispatcher");
            case FunctionKind.Http:
                return type == typeof(HttpRequest) ? TriggerValue
                    : type == typeof(HttpRequestData) ? RequestBinding.DataAsync
                    : throw Unknown(parameter, "an HTTP trigger is ASP.NET Core's HttpRequest or the worker's HttpRequestData");
            case FunctionKind.Timer:
                return type == typeof(TimerInfo) ? TriggerValue : throw Unknown(parameter, "a timer trigger is a TimerInfo");
            case FunctionKind.Queue:
                return QueueBinding.For(parameter);
            case FunctionKind.Activity when type == typeof(TaskActivityContext):
                return TriggerValue;
            default:
                InputType = type;
                return Input(parameter);
        }
    }

    private ParameterBinder OrchestrationInput(ParameterInfo parameter)
    {
        if (_hasInput)
        {
            return InputReader.For(parameter);
        }

        _hasInput = true;
        InputType = parameter.ParameterType;
        return Input(parameter);
    }

    private static ParameterBinder Input(ParameterInfo parameter)
    {
        object? missing = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return run => new(run.Input ?? missing);
    }

    private ParameterBinder Client(ParameterInfo parameter)
    {
        if (kind == FunctionKind.Orchestration)
        {
            throw Unknown(parameter, "an orchestrator has no durable client: it calls through its context");
        }

        return parameter.ParameterType == typeof(DurableTaskClient)
            ? run => new(run.Context.InstanceServices.GetRequiredService<DurableTaskClient>())
            : throw Unknown(parameter, "a [DurableClient] is a DurableTaskClient");
    }

    private static ValueTask<object?> TriggerValue(FunctionRun run) => new(run.Trigger);

    private static FunctionFaultException Unknown(ParameterInfo parameter, string why) =>
        new($"there is no value for the parameter '{parameter.ParameterType.Name} {parameter.Name}': {why}.");
}
