namespace Workflows.Durable.Entities;

/// <summary>What an orchestrator may do with entities.</summary>
public abstract class TaskOrchestrationEntityFeature
{
    /// <summary>For derived classes.</summary>
    protected TaskOrchestrationEntityFeature()
    {
    }

    /// <summary>Calls an entity and answers the operation's result.</summary>
    /// <typeparam name="TResult">The type to read the result as.</typeparam>
    /// <param name="id">The entity; in a critical section, one of those locked.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="input">Its input, null for none.</param>
    /// <param name="options">Options, or null.</param>
    /// <exception cref="EntityOperationFailedException">The operation failed.</exception>
    /// <exception cref="InvalidOperationException">In a critical section: the entity is not locked, or a call to it is still open, or the locks are not granted yet.</exception>
    public abstract Task<TResult> CallEntityAsync<TResult>(EntityInstanceId id, string operationName, object? input = null, CallEntityOptions? options = null);

    /// <summary>Calls an entity without an input and answers the operation's result.</summary>
    /// <typeparam name="TResult">The type to read the result as.</typeparam>
    /// <param name="id">The entity; in a critical section, one of those locked.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="options">Options, or null.</param>
    /// <exception cref="EntityOperationFailedException">The operation failed.</exception>
    public virtual Task<TResult> CallEntityAsync<TResult>(EntityInstanceId id, string operationName, CallEntityOptions? options)
        => CallEntityAsync<TResult>(id, operationName, null, options);

    /// <summary>Calls an entity and waits for the operation's end.</summary>
    /// <param name="id">The entity; in a critical section, one of those locked.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="input">Its input, null for none.</param>
    /// <param name="options">Options, or null.</param>
    /// <exception cref="EntityOperationFailedException">The operation failed.</exception>
    /// <exception cref="InvalidOperationException">In a critical section: the entity is not locked, or a call to it is still open, or the locks are not granted yet.</exception>
    public abstract Task CallEntityAsync(EntityInstanceId id, string operationName, object? input = null, CallEntityOptions? options = null);

    /// <summary>Calls an entity without an input and waits for the operation's end.</summary>
    /// <param name="id">The entity; in a critical section, one of those locked.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="options">Options, or null.</param>
    /// <exception cref="EntityOperationFailedException">The operation failed.</exception>
    public virtual Task CallEntityAsync(EntityInstanceId id, string operationName, CallEntityOptions? options)
        => CallEntityAsync(id, operationName, null, options);

    /// <summary>Signals an entity. The task ends when the signal is on its way, not when it is handled.</summary>
    /// <param name="id">The entity; in a critical section, none of those locked.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="input">Its input, null for none.</param>
    /// <param name="options">When to deliver the signal; null: at once.</param>
    /// <exception cref="InvalidOperationException">In a critical section: the entity is locked.</exception>
    public abstract Task SignalEntityAsync(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null);

    /// <summary>Signals an entity without an input. The task ends when the signal is on its way, not when it is handled.</summary>
    /// <param name="id">The entity; in a critical section, none of those locked.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="options">When to deliver the signal.</param>
    public virtual Task SignalEntityAsync(EntityInstanceId id, string operationName, SignalEntityOptions options)
        => SignalEntityAsync(id, operationName, null, options);

    /// <summary>Locks entities for this orchestration alone, in an order that cannot deadlock.</summary>
    /// <param name="entityIds">The entities, at least one.</param>
    /// <returns>The lock; disposing of it ends the critical section.</returns>
    /// <exception cref="ArgumentException">There is no entity to lock.</exception>
    /// <exception cref="InvalidOperationException">A critical section is open already.</exception>
    public abstract Task<IAsyncDisposable> LockEntitiesAsync(IEnumerable<EntityInstanceId> entityIds);

    /// <summary>Locks entities for this orchestration alone, in an order that cannot deadlock.</summary>
    /// <param name="entityIds">The entities, at least one.</param>
    /// <returns>The lock; disposing of it ends the critical section.</returns>
    public virtual Task<IAsyncDisposable> LockEntitiesAsync(params EntityInstanceId[] entityIds)
        => LockEntitiesAsync((IEnumerable<EntityInstanceId>)entityIds);

    /// <summary>True inside a critical section.</summary>
    public virtual bool InCriticalSection() => InCriticalSection(out _);

    /// <summary>True inside a critical section, and while its locks are asked for.</summary>
    /// <param name="entityIds">The locked entities that may be called now: those to which no call is open. None outside.</param>
    public abstract bool InCriticalSection([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IReadOnlyList<EntityInstanceId>? entityIds);
}
