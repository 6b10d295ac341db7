using System.Reflection;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>What a method returns, awaited where it is a task.</summary>
internal static class ReturnValue
{
    /// <summary>The type of the value itself.</summary>
    public static Type TypeOf(Type returned) =>
        returned == typeof(Task) || returned == typeof(ValueTask) ? typeof(void)
        : returned.IsGenericType && (returned.GetGenericTypeDefinition() == typeof(Task<>) || returned.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? returned.GenericTypeArguments[0]
            : returned;

    /// <summary>What turns a returned object into its value. It awaits on the caller's scheduler.</summary>
    public static Func<object?, Task<object?>> ReaderOf(Type returned)
    {
        if (returned == typeof(Task))
        {
            return OfTaskAsync;
        }

        if (returned == typeof(ValueTask))
        {
            return OfValueTaskAsync;
        }

        string? reader = !returned.IsGenericType ? null
            : returned.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(OfTaskOfAsync)
            : returned.GetGenericTypeDefinition() == typeof(ValueTask<>) ? nameof(OfValueTaskOfAsync)
            : null;
        return reader is null
            ? Task.FromResult
            : typeof(ReturnValue).GetMethod(reader, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(returned.GenericTypeArguments[0])
                .CreateDelegate<Func<object?, Task<object?>>>();
    }

    private static async Task<object?> OfTaskAsync(object? task)
    {
        await (Task)NotNull(task);
        return null;
    }

    private static async Task<object?> OfValueTaskAsync(object? task)
    {
        await (ValueTask)task!;
        return null;
    }

    private static async Task<object?> OfTaskOfAsync<T>(object? task) => await (Task<T>)NotNull(task);

    private static async Task<object?> OfValueTaskOfAsync<T>(object? task) => await (ValueTask<T>)task!;

    private static object NotNull(object? task) => task ?? throw new InvalidOperationException("The function returned null instead of a task.");
}
