using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Extensions.Abstractions;
using Workflows.FunctionsWorker.Http;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Configuration;
using Workflows.Runtime.Host.Invocation;

namespace Workflows.Runtime.Host.Discovery;

/// <summary>Makes a function of a method.</summary>
internal static class FunctionReader
{
    /// <summary>First parts of addresses that the host answers itself, or the Functions host would.</summary>
    private static readonly string[] HostsOwn = ["runtime", "admin", "health", "metrics"];

    private static readonly Type[] AnswerTypes = [typeof(IResult), typeof(IActionResult), typeof(HttpResponseData)];

    /// <exception cref="FunctionFaultException">It cannot be run.</exception>
    public static HostFunction Read(MethodInfo method, HostJson settings)
    {
        string name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        CheckName(name);
        CheckMethod(method);
        ParameterInfo trigger = Trigger(method);
        TriggerBindingAttribute attribute = trigger.GetCustomAttribute<TriggerBindingAttribute>()!;
        FunctionKind kind = Kind(attribute);
        FunctionOutputs outputs = FunctionOutputs.Read(method, kind);
        CheckResult(method, kind, outputs);
        HttpRoute? route = attribute is HttpTriggerAttribute http ? Route(name, http, settings) : null;
        BindingPlan plan = new(kind, [.. route?.Pattern.Parameters.Select(p => p.Name) ?? []]);
        return new HostFunction
        {
            Name = name,
            TaskName = TaskName(attribute) ?? name,
            Kind = kind,
            Method = method,
            Trigger = attribute,
            Binders = [.. method.GetParameters().Select(plan.BinderFor)],
            InputType = plan.InputType,
            Route = route,
            Retry = RetryRule.Read(method, kind),
            Outputs = outputs.Queues,
            HttpAnswer = outputs.HttpAnswer,
        };
    }

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > 127 || !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            throw new FunctionFaultException($"'{name}' is no function name: a letter, then letters, digits, '_' and '-', 127 at most.");
        }
    }

    private static void CheckMethod(MethodInfo method)
    {
        if (!method.IsPublic)
        {
            throw new FunctionFaultException("a function method must be public (its class need not be).");
        }

        if (method.ContainsGenericParameters || (method.DeclaringType!.IsAbstract && !method.IsStatic))
        {
            throw new FunctionFaultException("a function method must not be generic, nor an instance method of an abstract class.");
        }

        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            throw new FunctionFaultException("an async void method cannot be awaited: return Task.");
        }
    }

    private static ParameterInfo Trigger(MethodInfo method)
    {
        ParameterInfo[] triggers = [.. method.GetParameters().Where(p => p.IsDefined(typeof(TriggerBindingAttribute)))];
        return triggers.Length == 1
            ? triggers[0]
            : throw new FunctionFaultException($"a function has one parameter with a trigger attribute, this has {triggers.Length}.");
    }

    private static FunctionKind Kind(TriggerBindingAttribute attribute) => attribute switch
    {
        OrchestrationTriggerAttribute => FunctionKind.Orchestration,
        ActivityTriggerAttribute => FunctionKind.Activity,
        EntityTriggerAttribute => FunctionKind.Entity,
        HttpTriggerAttribute => FunctionKind.Http,
        TimerTriggerAttribute => FunctionKind.Timer,
        QueueTriggerAttribute => FunctionKind.Queue,
        _ => throw new FunctionFaultException($"the trigger {attribute.GetType().Name} is not known to this host."),
    };

    private static string? TaskName(TriggerBindingAttribute attribute) => attribute switch
    {
        OrchestrationTriggerAttribute orchestration => orchestration.Orchestration,
        ActivityTriggerAttribute activity => activity.Activity,
        EntityTriggerAttribute entity => entity.EntityName,
        _ => null,
    };

    private static void CheckResult(MethodInfo method, FunctionKind kind, FunctionOutputs outputs)
    {
        Type result = outputs.HttpAnswer?.PropertyType ?? ReturnValue.TypeOf(method.ReturnType);
        if (kind == FunctionKind.Http && !AnswerTypes.Any(result.IsAssignableTo))
        {
            throw new FunctionFaultException($"an HTTP function returns IResult or IActionResult, or the worker's HttpResponseData, or a task of one, not {outputs.HttpAnswer?.PropertyType ?? method.ReturnType}.");
        }

        if (kind == FunctionKind.Orchestration && !method.IsStatic)
        {
            throw new FunctionFaultException("an orchestrator is a static method: it must decide from its input and history alone.");
        }

        if (kind == FunctionKind.Entity && method.ReturnType == typeof(void))
        {
            throw new FunctionFaultException("an entity function returns the task of DispatchAsync.");
        }
    }

    private static HttpRoute Route(string name, HttpTriggerAttribute trigger, HostJson settings)
    {
        string route = trigger.Route ?? name;
        if (route.StartsWith('/'))
        {
            throw new FunctionFaultException($"the route '{route}' begins with a slash: the prefix is put before it.");
        }

        try
        {
            RoutePattern pattern = RoutePatternFactory.Parse(settings.Http.RoutePrefix.Length == 0 ? $"/{route}" : $"/{settings.Http.RoutePrefix}/{route}");
            if (pattern.PathSegments is [{ Parts: [RoutePatternLiteralPart first] }, ..] && HostsOwn.Contains(first.Content, StringComparer.OrdinalIgnoreCase))
            {
                throw new FunctionFaultException($"the route '{pattern.RawText}' begins with '{first.Content}', which is the host's own: choose another one, or a prefix (host.json, extensions.http.routePrefix).");
            }

            return new HttpRoute(pattern, [.. (trigger.Methods ?? []).Select(m => m.ToUpperInvariant())], trigger.AuthLevel);
        }
        catch (RoutePatternException e)
        {
            throw new FunctionFaultException($"the route '{route}' is not valid: {e.Message}");
        }
    }
}
