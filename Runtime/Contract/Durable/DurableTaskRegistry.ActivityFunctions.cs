namespace Workflows.Durable;

public sealed partial class DurableTaskRegistry
{
    /// <summary>Adds a function as activity.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="activity">The function.</param>
    public DurableTaskRegistry AddActivityFunc<TInput, TOutput>(TaskName name, Func<TaskActivityContext, TInput, Task<TOutput>> activity)
        => AddActivityFunc(name, TaskVersion.Unversioned, activity);

    /// <summary>Adds a function as activity.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="activity">The function.</param>
    public DurableTaskRegistry AddActivityFunc<TInput, TOutput>(TaskName name, TaskVersion version, Func<TaskActivityContext, TInput, Task<TOutput>> activity)
    {
        TaskActivity<TInput, TOutput> task = FuncTaskActivity.Create(NotNull(activity));
        return Add(name, version, (IServiceProvider _) => task);
    }

    /// <summary>Adds a function as activity.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="activity">The function.</param>
    public DurableTaskRegistry AddActivityFunc<TInput, TOutput>(TaskName name, Func<TaskActivityContext, TInput, TOutput> activity)
    {
        NotNull(activity);
        return AddActivityFunc<TInput, TOutput>(name, (context, input) => Task.FromResult(activity(context, input)));
    }

    /// <summary>Adds a function as activity.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="activity">The function.</param>
    public DurableTaskRegistry AddActivityFunc<TInput>(TaskName name, Func<TaskActivityContext, TInput, Task> activity)
    {
        NotNull(activity);
        return AddActivityFunc<TInput, object?>(name, async (context, input) =>
        {
            await activity(context, input);
            return null;
        });
    }

    /// <summary>Adds a function as activity.</summary>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="activity">The function.</param>
    public DurableTaskRegistry AddActivityFunc<TOutput>(TaskName name, Func<TaskActivityContext, Task<TOutput>> activity)
    {
        NotNull(activity);
        return AddActivityFunc<object?, TOutput>(name, (context, _) => activity(context));
    }

    /// <summary>Adds a function as activity.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="activity">The function.</param>
    public DurableTaskRegistry AddActivityFunc(TaskName name, Func<TaskActivityContext, Task> activity)
    {
        NotNull(activity);
        return AddActivityFunc<object?, object?>(name, async (context, _) =>
        {
            await activity(context);
            return null;
        });
    }

    /// <summary>Adds a function as activity.</summary>
    /// <typeparam name="TOutput">The type of the result.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="activity">The function.</param>
    public DurableTaskRegistry AddActivityFunc<TOutput>(TaskName name, Func<TaskActivityContext, TOutput> activity)
    {
        NotNull(activity);
        return AddActivityFunc<object?, TOutput>(name, (context, _) => Task.FromResult(activity(context)));
    }

    /// <summary>Adds a function as activity.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="activity">The function.</param>
    public DurableTaskRegistry AddActivityFunc<TInput>(TaskName name, Action<TaskActivityContext, TInput> activity)
    {
        NotNull(activity);
        return AddActivityFunc<TInput, object?>(name, (context, input) =>
        {
            activity(context, input);
            return Task.FromResult<object?>(null);
        });
    }

    /// <summary>Adds a function as activity.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="activity">The function.</param>
    public DurableTaskRegistry AddActivityFunc(TaskName name, Action<TaskActivityContext> activity)
    {
        NotNull(activity);
        return AddActivityFunc<object?, object?>(name, (context, _) =>
        {
            activity(context);
            return Task.FromResult<object?>(null);
        });
    }
}
