namespace Workflows.Durable;

/// <summary>Makes an activity of a function.</summary>
public static class FuncTaskActivity
{
    /// <summary>Makes an activity of a function.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="implementation">The function.</param>
    /// <exception cref="ArgumentNullException"><paramref name="implementation"/> is null.</exception>
    public static TaskActivity<TInput, TOutput> Create<TInput, TOutput>(
        Func<TaskActivityContext, TInput, Task<TOutput>> implementation)
    {
        ArgumentNullException.ThrowIfNull(implementation);
        return new Implementation<TInput, TOutput>(implementation);
    }

    private sealed class Implementation<TInput, TOutput>(Func<TaskActivityContext, TInput, Task<TOutput>> run)
        : TaskActivity<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(TaskActivityContext context, TInput input) => run(context, input);
    }
}
