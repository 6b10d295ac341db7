using System.Reflection;
using System.Reflection.Emit;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host;

/// <summary>Makes an assembly of functions that no compiler would be asked for, so that this one stays sound.</summary>
internal sealed class FaultyFunctions
{
    private readonly TypeBuilder _type = AssemblyBuilder
        .DefineDynamicAssembly(new AssemblyName("Faulty"), AssemblyBuilderAccess.Run)
        .DefineDynamicModule("Faulty")
        .DefineType("Faulty", TypeAttributes.Public | TypeAttributes.Class);

    public FaultyFunctions Add(
        string method,
        Type returns,
        (Type Type, Attribute? Mark)[] parameters,
        string? function = null,
        MethodAttributes attributes = MethodAttributes.Public | MethodAttributes.Static,
        RetryAttribute? retry = null)
    {
        MethodBuilder builder = _type.DefineMethod(method, attributes, returns, [.. parameters.Select(p => p.Type)]);
        builder.SetCustomAttribute(new CustomAttributeBuilder(typeof(FunctionAttribute).GetConstructor([typeof(string)])!, [function ?? method]));
        if (retry is FixedDelayRetryAttribute fixedDelay)
        {
            builder.SetCustomAttribute(new CustomAttributeBuilder(
                typeof(FixedDelayRetryAttribute).GetConstructor([typeof(int), typeof(string)])!, [fixedDelay.MaxRetryCount, fixedDelay.DelayInterval]));
        }
        else if (retry is ExponentialBackoffRetryAttribute backoff)
        {
            builder.SetCustomAttribute(new CustomAttributeBuilder(
                typeof(ExponentialBackoffRetryAttribute).GetConstructor([typeof(int), typeof(string), typeof(string)])!,
                [backoff.MaxRetryCount, backoff.MinimumInterval, backoff.MaximumInterval]));
        }

        for (int i = 0; i < parameters.Length; i++)
        {
            ParameterBuilder parameter = builder.DefineParameter(i + 1, ParameterAttributes.None, $"p{i}");
            if (parameters[i].Mark is HttpTriggerAttribute http)
            {
                parameter.SetCustomAttribute(new CustomAttributeBuilder(
                    typeof(HttpTriggerAttribute).GetConstructor(Type.EmptyTypes)!, [], [typeof(HttpTriggerAttribute).GetProperty("Route")!], [http.Route]));
            }
            else if (parameters[i].Mark is TimerTriggerAttribute timer)
            {
                parameter.SetCustomAttribute(new CustomAttributeBuilder(typeof(TimerTriggerAttribute).GetConstructor([typeof(string)])!, [timer.Schedule]));
            }
            else if (parameters[i].Mark is QueueTriggerAttribute queue)
            {
                parameter.SetCustomAttribute(new CustomAttributeBuilder(
                    typeof(QueueTriggerAttribute).GetConstructor([typeof(string)])!, [queue.QueueName], [typeof(QueueTriggerAttribute).GetProperty("Connection")!], [queue.Connection]));
            }
            else if (parameters[i].Mark is { } mark)
            {
                parameter.SetCustomAttribute(new CustomAttributeBuilder(mark.GetType().GetConstructor(Type.EmptyTypes)!, []));
            }
        }

        builder.GetILGenerator().Emit(OpCodes.Throw);
        return this;
    }

    public Assembly Build() => _type.CreateType().Assembly;
}
