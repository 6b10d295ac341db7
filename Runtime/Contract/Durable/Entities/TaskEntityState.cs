using System.Diagnostics.CodeAnalysis;

namespace Workflows.Durable.Entities;

/// <summary>The state of an entity during one operation.</summary>
public abstract class TaskEntityState
{
    /// <summary>For derived classes.</summary>
    protected TaskEntityState()
    {
    }

    /// <summary>True when the entity has a state.</summary>
    public abstract bool HasState { get; }

    /// <summary>The state.</summary>
    /// <param name="type">The type to read it as.</param>
    /// <returns>The state, or null when there is none.</returns>
    public abstract object? GetState(Type type);

    /// <summary>The state, or a default when there is none.</summary>
    /// <typeparam name="T">The type to read it as.</typeparam>
    /// <param name="defaultValue">What to answer when there is no state.</param>
    [return: NotNullIfNotNull(nameof(defaultValue))]
    public virtual T? GetState<T>(T? defaultValue = default) => GetState(typeof(T)) is T state ? state : defaultValue;

    /// <summary>Sets the state. It is saved when the operation ends without an exception.</summary>
    /// <param name="state">The new state; null removes it, and an entity without a state ceases to exist.</param>
    public abstract void SetState(object? state);
}
