using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Workflows.Durable.Entities;

namespace Workflows.Durable.Client.Entities;

/// <summary>What is known of an entity from outside. As JSON it shows what is known: no state that was not fetched, no empty queue, no free lock.</summary>
/// <typeparam name="TState">The type that the state is read as.</typeparam>
[JsonConverter(typeof(EntityMetadataJsonConverterFactory))]
public class EntityMetadata<TState>
{
    private readonly TState? _state;

    /// <summary>Creates metadata without the state.</summary>
    /// <param name="id">The entity.</param>
    public EntityMetadata(EntityInstanceId id) => Id = id;

    /// <summary>Creates metadata with the state; a null state counts as none.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="state">The state.</param>
    public EntityMetadata(EntityInstanceId id, TState? state)
        : this(id)
    {
        IncludesState = state is not null;
        _state = state;
    }

    /// <summary>The entity.</summary>
    public EntityInstanceId Id { get; }

    /// <summary>When the entity last changed, in UTC.</summary>
    public DateTimeOffset LastModifiedTime { get; init; }

    /// <summary>How many operations wait for the entity.</summary>
    public int BacklogQueueSize { get; init; }

    /// <summary>The instance that holds the entity's lock; null when it is free.</summary>
    public string? LockedBy { get; init; }

    /// <summary>True when <see cref="State"/> may be read.</summary>
    [MemberNotNullWhen(true, nameof(State))]
    public bool IncludesState { get; }

    /// <summary>The state.</summary>
    /// <exception cref="InvalidOperationException">The state was not asked for, or the entity has none.</exception>
    public TState State => IncludesState
        ? _state!
        : throw new InvalidOperationException($"The metadata of entity '{Id}' was fetched without the state.");
}
