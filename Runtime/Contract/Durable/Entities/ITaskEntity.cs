namespace Workflows.Durable.Entities;

/// <summary>An entity as the engine runs it.</summary>
public interface ITaskEntity
{
    /// <summary>Runs one operation. What the operation did to the state is saved when it ends without an exception.</summary>
    /// <param name="operation">The operation with its input, state and context.</param>
    /// <returns>The result for a caller that waits, or null.</returns>
    ValueTask<object?> RunAsync(TaskEntityOperation operation);
}
