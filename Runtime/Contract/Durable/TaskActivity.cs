namespace Workflows.Durable;

/// <summary>Base of an activity class.</summary>
/// <typeparam name="TInput">The type of the input.</typeparam>
/// <typeparam name="TOutput">The type of the result.</typeparam>
public abstract class TaskActivity<TInput, TOutput> : ITaskActivity
{
    /// <summary>For derived classes.</summary>
    protected TaskActivity()
    {
    }

    Type ITaskActivity.InputType => typeof(TInput);

    Type ITaskActivity.OutputType => typeof(TOutput);

    /// <summary>Runs the activity. It may run more than once for one call.</summary>
    /// <param name="context">Which call this is.</param>
    /// <param name="input">The input; a missing one is the type's default value.</param>
    /// <returns>The result of the activity.</returns>
    public abstract Task<TOutput> RunAsync(TaskActivityContext context, TInput input);

    async Task<object?> ITaskActivity.RunAsync(TaskActivityContext context, object? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await RunAsync(context, TaskInput.As<TInput>(input));
    }
}
