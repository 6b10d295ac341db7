using Workflows.Durable.Entities;

namespace Workflows.Durable.Client.Entities;

/// <summary>Signals and reads entities from outside. A client cannot call an entity.</summary>
public abstract class DurableEntityClient
{
    /// <summary>For derived classes.</summary>
    /// <param name="name">The client's name.</param>
    protected DurableEntityClient(string name) => Name = name;

    /// <summary>The client's name.</summary>
    public string Name { get; }

    /// <summary>Signals an entity. The task ends when the signal is durable, not when it is handled.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="input">Its input, null for none.</param>
    /// <param name="options">When to deliver the signal; null: at once.</param>
    /// <param name="cancellation">Ends the wait for the signal to be recorded.</param>
    public abstract Task SignalEntityAsync(
        EntityInstanceId id,
        string operationName,
        object? input = null,
        SignalEntityOptions? options = null,
        CancellationToken cancellation = default);

    /// <summary>Signals an entity without an input. The task ends when the signal is durable, not when it is handled.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="options">When to deliver the signal.</param>
    /// <param name="cancellation">Ends the wait for the signal to be recorded.</param>
    public virtual Task SignalEntityAsync(EntityInstanceId id, string operationName, SignalEntityOptions options, CancellationToken cancellation = default)
        => SignalEntityAsync(id, operationName, null, options, cancellation);

    /// <summary>Signals an entity without an input. The task ends when the signal is durable, not when it is handled.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="cancellation">Ends the wait for the signal to be recorded.</param>
    public virtual Task SignalEntityAsync(EntityInstanceId id, string operationName, CancellationToken cancellation)
        => SignalEntityAsync(id, operationName, null, null, cancellation);

    /// <summary>Reads an entity with its state.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>Its metadata; null when there is no such entity.</returns>
    public virtual Task<EntityMetadata?> GetEntityAsync(EntityInstanceId id, CancellationToken cancellation) => GetEntityAsync(id, true, cancellation);

    /// <summary>Reads an entity.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="includeState">True, the default: with its state.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>Its metadata; null when there is no such entity.</returns>
    public abstract Task<EntityMetadata?> GetEntityAsync(EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default);

    /// <summary>Reads an entity with its state.</summary>
    /// <typeparam name="T">The type to read the state as.</typeparam>
    /// <param name="id">The entity.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>Its metadata; null when there is no such entity.</returns>
    public virtual Task<EntityMetadata<T>?> GetEntityAsync<T>(EntityInstanceId id, CancellationToken cancellation)
        => GetEntityAsync<T>(id, true, cancellation);

    /// <summary>Reads an entity.</summary>
    /// <typeparam name="T">The type to read the state as.</typeparam>
    /// <param name="id">The entity.</param>
    /// <param name="includeState">True, the default: with its state.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>Its metadata; null when there is no such entity.</returns>
    public abstract Task<EntityMetadata<T>?> GetEntityAsync<T>(EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default);

    /// <summary>Lists entities.</summary>
    /// <param name="filter">Which ones; null: all.</param>
    public abstract AsyncPageable<EntityMetadata> GetAllEntitiesAsync(EntityQuery? filter = null);

    /// <summary>Lists entities.</summary>
    /// <typeparam name="T">The type to read the states as.</typeparam>
    /// <param name="filter">Which ones; null: all.</param>
    public abstract AsyncPageable<EntityMetadata<T>> GetAllEntitiesAsync<T>(EntityQuery? filter = null);

    /// <summary>Cleans the storage of entities.</summary>
    /// <param name="request">What to clean; null: everything.</param>
    /// <param name="continueUntilComplete">True, the default: until all is clean; false: one step, to be continued with the result's token.</param>
    /// <param name="cancellation">Ends the cleaning.</param>
    public abstract Task<CleanEntityStorageResult> CleanEntityStorageAsync(
        CleanEntityStorageRequest? request = null,
        bool continueUntilComplete = true,
        CancellationToken cancellation = default);
}
