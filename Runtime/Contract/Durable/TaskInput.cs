namespace Workflows.Durable;

internal static class TaskInput
{
    /// <summary>Hands an untyped input to a typed task; a missing input reaches even a parameter that does not expect null.</summary>
    public static T As<T>(object? input) => input switch
    {
        T typed => typed,
        null => default!,
        _ => throw new ArgumentException($"The input is a {input.GetType()} where a {typeof(T)} is expected.", nameof(input)),
    };
}
