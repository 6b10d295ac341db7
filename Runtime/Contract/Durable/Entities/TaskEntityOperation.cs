namespace Workflows.Durable.Entities;

/// <summary>One operation of an entity.</summary>
public abstract class TaskEntityOperation
{
    /// <summary>For derived classes.</summary>
    protected TaskEntityOperation()
    {
    }

    /// <summary>The operation's name; matched without regard to case.</summary>
    public abstract string Name { get; }

    /// <summary>What the operation may do besides changing the state.</summary>
    public abstract TaskEntityContext Context { get; }

    /// <summary>The entity's state.</summary>
    public abstract TaskEntityState State { get; }

    /// <summary>True when the operation came with an input.</summary>
    public abstract bool HasInput { get; }

    /// <summary>The input.</summary>
    /// <param name="inputType">The type to read it as.</param>
    /// <returns>The input, or null when there is none.</returns>
    public abstract object? GetInput(Type inputType);

    /// <summary>The input.</summary>
    /// <typeparam name="T">The type to read it as.</typeparam>
    /// <returns>The input; the type's default value when there is none.</returns>
    public virtual T? GetInput<T>() => (T?)(GetInput(typeof(T)) ?? default(T));
}
