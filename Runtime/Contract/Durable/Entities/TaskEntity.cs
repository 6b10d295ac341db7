namespace Workflows.Durable.Entities;

/// <summary>
/// Base of an entity class. An operation runs the public method of its name (in any case) on the class, else on the state where
/// <see cref="AllowStateDispatch"/> says so; an operation <c>delete</c> that has no method removes the state. The method's
/// parameter is the operation's input; parameters of type <see cref="TaskEntityContext"/> and <see cref="TaskEntityOperation"/>
/// are filled too. Methods may answer a value, a <see cref="Task"/> or a <see cref="ValueTask"/>.
/// </summary>
/// <typeparam name="TState">The type of the state.</typeparam>
public abstract class TaskEntity<TState> : ITaskEntity
{
    /// <summary>For derived classes.</summary>
    protected TaskEntity()
    {
    }

    /// <summary>True: operations without a method on the class may be methods of the state. False by default.</summary>
    protected virtual bool AllowStateDispatch => false;

    /// <summary>The state. Saved when the operation ends without an exception.</summary>
    protected TState State { get; set; } = default!;

    /// <summary>What the running operation may do besides changing the state.</summary>
    protected TaskEntityContext Context { get; private set; } = null!;

    /// <summary>Runs one operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>What the method answered; null for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    /// <exception cref="NotSupportedException">There is no method of the operation's name.</exception>
    /// <exception cref="System.Reflection.AmbiguousMatchException">There are several methods of the operation's name.</exception>
    /// <exception cref="InvalidOperationException">The method's parameters cannot be filled, or the operation is the state's and the state is null.</exception>
    public ValueTask<object?> RunAsync(TaskEntityOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Context = operation.Context;
        object? stored = operation.State.GetState(typeof(TState));
        State = stored is null ? InitializeState(operation) : (TState)stored;

        EntityMethod? method = EntityMethod.Find(this, operation) ?? OfState(operation);
        if (method is not null)
        {
            return FinishAsync(operation, method.Invoke(operation));
        }

        if (!operation.Name.Equals("delete", StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"No suitable method found for entity operation '{operation.Name}' of '{GetType()}'.");
        }

        operation.State.SetState(null);
        return default;
    }

    /// <summary>Makes the state of an entity that has none: by default a new <typeparamref name="TState"/> by its parameterless constructor.</summary>
    /// <param name="entityOperation">The operation that needs the state.</param>
    /// <exception cref="MissingMethodException">The type has no public parameterless constructor: override this method.</exception>
    protected virtual TState InitializeState(TaskEntityOperation entityOperation)
        => Nullable.GetUnderlyingType(typeof(TState)) is { } underlying
            ? (TState)Activator.CreateInstance(underlying)!
            : Activator.CreateInstance<TState>();

    private EntityMethod? OfState(TaskEntityOperation operation)
    {
        if (!AllowStateDispatch)
        {
            return null;
        }

        return State is null
            ? throw new InvalidOperationException($"Operation '{operation.Name}' may be one of the state, but the state is null.")
            : EntityMethod.Find(State, operation);
    }

    private async ValueTask<object?> FinishAsync(TaskEntityOperation operation, ValueTask<object?> running)
    {
        object? result = await running;
        operation.State.SetState(State);
        return result;
    }
}
