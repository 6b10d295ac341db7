using System.Reflection;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Extensions.Abstractions;
using Workflows.FunctionsWorker.Http;
using Workflows.Runtime.Host.Invocation;
using Workflows.Runtime.Host.Queues;

namespace Workflows.Runtime.Host.Discovery;

/// <summary>Where a function's result goes.</summary>
/// <param name="Queues">The queues it goes to.</param>
/// <param name="HttpAnswer">The property that is the HTTP answer; null: the result itself.</param>
internal sealed record FunctionOutputs(IReadOnlyList<QueueOutput> Queues, PropertyInfo? HttpAnswer)
{
    /// <exception cref="FunctionFaultException">An output cannot be served: what it would send would be lost.</exception>
    public static FunctionOutputs Read(MethodInfo method, FunctionKind kind)
    {
        Type result = ReturnValue.TypeOf(method.ReturnType);
        (PropertyInfo? Property, OutputBindingAttribute Attribute)[] all =
        [
            .. method.GetCustomAttributes<OutputBindingAttribute>().Select(a => ((PropertyInfo?)null, a)),
            .. result.GetProperties().SelectMany(p => p.GetCustomAttributes<OutputBindingAttribute>().Select(a => ((PropertyInfo?)p, a))),
        ];
        foreach ((PropertyInfo? property, OutputBindingAttribute attribute) in all)
        {
            Check(method, kind, property, attribute);
        }

        PropertyInfo? answer = all.FirstOrDefault(o => o.Attribute is HttpResultAttribute).Property
            ?? (kind == FunctionKind.Http ? Array.Find(result.GetProperties(), property => property.PropertyType == typeof(HttpResponseData)) : null);
        QueueOutput[] queues = [.. all.Where(o => o.Attribute is QueueOutputAttribute).Select(o => new QueueOutput((QueueOutputAttribute)o.Attribute, o.Property))];
        return kind == FunctionKind.Http && queues.Length > 0 && answer is null
            ? throw new FunctionFaultException("an HTTP function that also puts out messages names its answer: a property with [HttpResult], or an HttpResponseData.")
            : new FunctionOutputs(queues, answer);
    }

    private static void Check(MethodInfo method, FunctionKind kind, PropertyInfo? property, OutputBindingAttribute attribute)
    {
        string name = attribute.GetType().Name.Replace("Attribute", string.Empty, StringComparison.Ordinal);
        string place = property is null ? "the method" : $"the property '{property.Name}'";
        string? why = attribute is not (QueueOutputAttribute or HttpResultAttribute) ? "is not served by this host"
            : attribute is HttpResultAttribute && kind != FunctionKind.Http ? "has no meaning: the function has no HTTP trigger"
            : kind is FunctionKind.Orchestration or FunctionKind.Activity or FunctionKind.Entity ? "is not served: the result of such a function goes to its caller"
            : property is null && kind == FunctionKind.Http ? "is not served: the result of an HTTP function is its answer"
            : property is null && ReturnValue.TypeOf(method.ReturnType) == typeof(void) ? "has nothing to send: the method returns no value"
            : null;
        if (why is not null)
        {
            throw new FunctionFaultException($"[{name}] on {place} {why}.");
        }
    }
}
