using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable.Entities;

namespace Workflows.FunctionsWorker;

/// <summary>What an entity function gets: hands the waiting operations to an entity.</summary>
public sealed class TaskEntityDispatcher
{
    private readonly IServiceProvider _services;
    private readonly Func<ITaskEntity, Task> _run;

    internal TaskEntityDispatcher(IServiceProvider services, Func<ITaskEntity, Task> run)
    {
        _services = services;
        _run = run;
    }

    /// <summary>Hands the operations to an entity.</summary>
    /// <param name="entity">The entity.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entity"/> is null.</exception>
    public Task DispatchAsync(ITaskEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return _run(entity);
    }

    /// <summary>
    /// Hands the operations to an entity that is taken from the services or made by its constructor. A type that is no entity is the state: its
    /// public methods are the operations.
    /// </summary>
    /// <typeparam name="T">The entity's class, or the type of the state.</typeparam>
    public Task DispatchAsync<T>() => _run(typeof(ITaskEntity).IsAssignableFrom(typeof(T))
        ? (ITaskEntity)(object)ActivatorUtilities.GetServiceOrCreateInstance<T>(_services)!
        : new StateEntity<T>());

    /// <summary>Hands the operations to a function.</summary>
    /// <param name="handler">Runs one operation and answers its result.</param>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    public Task DispatchAsync(Func<TaskEntityOperation, ValueTask<object?>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return _run(new FunctionEntity(handler));
    }

    private sealed class StateEntity<T> : TaskEntity<T>
    {
        protected override bool AllowStateDispatch => true;
    }

    private sealed class FunctionEntity(Func<TaskEntityOperation, ValueTask<object?>> handler) : ITaskEntity
    {
        public ValueTask<object?> RunAsync(TaskEntityOperation operation) => handler(operation);
    }
}
