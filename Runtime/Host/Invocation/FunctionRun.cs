using System.Reflection;
using Microsoft.AspNetCore.Http;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.Discovery;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>One run of a function.</summary>
internal sealed class FunctionRun(HostFunction function, FunctionContext context) : IFunctionResultFeature
{
    private Dictionary<string, object?>? _arguments;

    public HostFunction Function => function;

    /// <summary>What the function sees; middleware may have put another one in its place.</summary>
    public FunctionContext Context { get; set; } = context;

    /// <summary>What the trigger's parameter gets.</summary>
    public object? Trigger { get; init; }

    /// <summary>The durable input.</summary>
    public object? Input { get; init; }

    public HttpContext? Http { get; init; }

    /// <summary>What the function returned; null while it has not run.</summary>
    public object? Result { get; set; }

    IReadOnlyList<(string Name, string Type)> IFunctionResultFeature.Outputs =>
        [.. function.Definition.OutputBindings.Values.Where(binding => Property(binding.Name) is not null).Select(binding => (binding.Name, binding.Type))];

    public object? GetOutput(string name) => Property(name) is { } property && property.DeclaringType!.IsInstanceOfType(Result) ? property.GetValue(Result) : null;

    public void SetOutput(string name, object? value)
    {
        if (Property(name) is not { CanWrite: true } property || !property.DeclaringType!.IsInstanceOfType(Result))
        {
            throw new InvalidOperationException($"The output '{name}' cannot be set: the function has not run, or the property has no setter.");
        }

        property.SetValue(Result, value);
    }

    public async ValueTask<object?> GetArgumentAsync(string name)
    {
        if (_arguments is null || !_arguments.TryGetValue(name, out object? value))
        {
            int index = Array.FindIndex(function.Method.GetParameters(), parameter => parameter.Name == name);
            value = index >= 0 ? await function.Binders[index](this) : throw new InvalidOperationException($"The function {function.Name} has no parameter '{name}'.");
            SetArgument(name, value);
        }

        return value;
    }

    public void SetArgument(string name, object? value) => (_arguments ??= new(StringComparer.Ordinal))[name] = value;

    /// <summary>The arguments, those that middleware asked for or changed included.</summary>
    public async ValueTask<object?[]> ArgumentsAsync()
    {
        object?[] arguments = new object?[function.Binders.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = _arguments is not null && _arguments.TryGetValue(function.ParameterNames[i], out object? made) ? made : await function.Binders[i](this);
        }

        return arguments;
    }

    private PropertyInfo? Property(string output) => function.OutputProperties.FirstOrDefault(property => property.Name == output);
}
