namespace Workflows.Durable;

/// <summary>Base of an orchestrator class. Its code must be deterministic: time, ids and results come from the context alone.</summary>
/// <typeparam name="TInput">The type of the input.</typeparam>
/// <typeparam name="TOutput">The type of the result.</typeparam>
public abstract class TaskOrchestrator<TInput, TOutput> : ITaskOrchestrator
{
    /// <summary>For derived classes.</summary>
    protected TaskOrchestrator()
    {
    }

    Type ITaskOrchestrator.InputType => typeof(TInput);

    Type ITaskOrchestrator.OutputType => typeof(TOutput);

    /// <summary>Runs the orchestration.</summary>
    /// <param name="context">The orchestration's context.</param>
    /// <param name="input">The input; a missing one is the type's default value.</param>
    /// <returns>The result of the orchestration.</returns>
    public abstract Task<TOutput> RunAsync(TaskOrchestrationContext context, TInput input);

    async Task<object?> ITaskOrchestrator.RunAsync(TaskOrchestrationContext context, object? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await RunAsync(context, TaskInput.As<TInput>(input));
    }
}
