using System.Reflection;

namespace Workflows.Durable.Entities;

internal sealed class EntityMethod
{
    private readonly object _target;
    private readonly MethodInfo _method;

    private EntityMethod(object target, MethodInfo method)
    {
        _target = target;
        _method = method;
    }

    /// <summary>The method that runs an operation, or null when the target has none of its name.</summary>
    /// <exception cref="AmbiguousMatchException">The target has several.</exception>
    public static EntityMethod? Find(object target, TaskEntityOperation operation)
    {
        const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;
        MethodInfo? method = target.GetType().GetMethod(operation.Name, Visible);
        return method is null || IsPlumbing(method) ? null : new EntityMethod(target, method);
    }

    public ValueTask<object?> Invoke(TaskEntityOperation operation)
    {
        object?[] arguments = Bind(operation);

        // Unwrapped, so that the failure tells the entity's own exception with its own stack trace.
        object? result = _method.Invoke(_target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        return UnwrapAsync(result, _method.ReturnType);
    }

    // Callers choose the name: what every object has, and the dispatch itself, are no operations.
    private static bool IsPlumbing(MethodInfo method)
    {
        Type? declaring = method.GetBaseDefinition().DeclaringType;
        return declaring == typeof(object)
            || (declaring is { IsGenericType: true } && declaring.GetGenericTypeDefinition() == typeof(TaskEntity<>));
    }

    private static async ValueTask<object?> UnwrapAsync(object? result, Type declared)
    {
        switch (result)
        {
            case Task task:
                await task;
                return declared.IsGenericType ? declared.GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
            case ValueTask task:
                await task;
                return null;
            case not null when declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(ValueTask<>):
                Task inner = (Task)declared.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(result, null)!;
                await inner;
                return inner.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(inner);
            default:
                return result;
        }
    }

    private object?[] Bind(TaskEntityOperation operation)
    {
        ParameterInfo[] parameters = _method.GetParameters();
        object?[] arguments = new object?[parameters.Length];
        HashSet<Type> bound = [];
        for (int i = 0; i < parameters.Length; i++)
        {
            ParameterInfo parameter = parameters[i];
            Type kind = parameter.ParameterType == typeof(TaskEntityContext) || parameter.ParameterType == typeof(TaskEntityOperation)
                ? parameter.ParameterType
                : typeof(object);
            if (!bound.Add(kind))
            {
                throw new InvalidOperationException(
                    $"Operation '{operation.Name}' cannot fill parameter '{parameter.Name}' of '{_method.DeclaringType}.{_method.Name}': another parameter takes the same value already.");
            }

            arguments[i] = kind == typeof(TaskEntityContext) ? operation.Context
                : kind == typeof(TaskEntityOperation) ? operation
                : Input(operation, parameter);
        }

        return arguments;
    }

    private object? Input(TaskEntityOperation operation, ParameterInfo parameter)
        => operation.HasInput ? operation.GetInput(parameter.ParameterType)
            : parameter.HasDefaultValue ? parameter.DefaultValue
            : throw new InvalidOperationException(
                $"Operation '{operation.Name}' was sent without an input, which '{_method.DeclaringType}.{_method.Name}' expects as '{parameter.Name}'.");
}
