namespace Workflows.Durable;

public sealed partial class DurableTaskRegistry
{
    /// <summary>Adds a function as orchestrator.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="orchestrator">The function.</param>
    public DurableTaskRegistry AddOrchestratorFunc<TInput, TOutput>(TaskName name, Func<TaskOrchestrationContext, TInput, Task<TOutput>> orchestrator)
        => AddOrchestratorFunc(name, TaskVersion.Unversioned, orchestrator);

    /// <summary>Adds a function as orchestrator.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="orchestrator">The function.</param>
    public DurableTaskRegistry AddOrchestratorFunc<TInput, TOutput>(TaskName name, TaskVersion version, Func<TaskOrchestrationContext, TInput, Task<TOutput>> orchestrator)
    {
        TaskOrchestrator<TInput, TOutput> task = FuncTaskOrchestrator.Create(NotNull(orchestrator));
        return Add(name, version, (IServiceProvider _) => task);
    }

    /// <summary>Adds a function as orchestrator.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="orchestrator">The function.</param>
    public DurableTaskRegistry AddOrchestratorFunc<TInput, TOutput>(TaskName name, Func<TaskOrchestrationContext, TInput, TOutput> orchestrator)
    {
        NotNull(orchestrator);
        return AddOrchestratorFunc<TInput, TOutput>(name, (context, input) => Task.FromResult(orchestrator(context, input)));
    }

    /// <summary>Adds a function as orchestrator.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="orchestrator">The function.</param>
    public DurableTaskRegistry AddOrchestratorFunc<TInput>(TaskName name, Func<TaskOrchestrationContext, TInput, Task> orchestrator)
    {
        NotNull(orchestrator);
        return AddOrchestratorFunc<TInput, object?>(name, async (context, input) =>
        {
            await orchestrator(context, input);
            return null;
        });
    }

    /// <summary>Adds a function as orchestrator.</summary>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="orchestrator">The function.</param>
    public DurableTaskRegistry AddOrchestratorFunc<TOutput>(TaskName name, Func<TaskOrchestrationContext, Task<TOutput>> orchestrator)
    {
        NotNull(orchestrator);
        return AddOrchestratorFunc<object?, TOutput>(name, (context, _) => orchestrator(context));
    }

    /// <summary>Adds a function as orchestrator.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="orchestrator">The function.</param>
    public DurableTaskRegistry AddOrchestratorFunc(TaskName name, Func<TaskOrchestrationContext, Task> orchestrator)
    {
        NotNull(orchestrator);
        return AddOrchestratorFunc<object?, object?>(name, async (context, _) =>
        {
            await orchestrator(context);
            return null;
        });
    }

    /// <summary>Adds a function as orchestrator.</summary>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="orchestrator">The function.</param>
    public DurableTaskRegistry AddOrchestratorFunc<TOutput>(TaskName name, Func<TaskOrchestrationContext, TOutput> orchestrator)
    {
        NotNull(orchestrator);
        return AddOrchestratorFunc<object?, TOutput>(name, (context, _) => Task.FromResult(orchestrator(context)));
    }

    /// <summary>Adds a function as orchestrator.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="orchestrator">The function.</param>
    public DurableTaskRegistry AddOrchestratorFunc<TInput>(TaskName name, Action<TaskOrchestrationContext, TInput> orchestrator)
    {
        NotNull(orchestrator);
        return AddOrchestratorFunc<TInput, object?>(name, (context, input) =>
        {
            orchestrator(context, input);
            return Task.FromResult<object?>(null);
        });
    }

    /// <summary>Adds a function as orchestrator.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="orchestrator">The function.</param>
    public DurableTaskRegistry AddOrchestratorFunc(TaskName name, Action<TaskOrchestrationContext> orchestrator)
    {
        NotNull(orchestrator);
        return AddOrchestratorFunc<object?, object?>(name, (context, _) =>
        {
            orchestrator(context);
            return Task.FromResult<object?>(null);
        });
    }
}
