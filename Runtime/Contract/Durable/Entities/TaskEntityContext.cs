namespace Workflows.Durable.Entities;

/// <summary>What an entity's operation may do besides changing the state. All of it takes effect when the operation is saved.</summary>
public abstract class TaskEntityContext
{
    /// <summary>For derived classes.</summary>
    protected TaskEntityContext()
    {
    }

    /// <summary>The entity's id.</summary>
    public abstract EntityInstanceId Id { get; }

    /// <summary>Signals an entity without waiting for it.</summary>
    /// <param name="id">The entity; this one is allowed.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="options">When to deliver the signal.</param>
    public virtual void SignalEntity(EntityInstanceId id, string operationName, SignalEntityOptions options)
        => SignalEntity(id, operationName, null, options);

    /// <summary>Signals an entity without waiting for it.</summary>
    /// <param name="id">The entity; this one is allowed.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="input">Its input, null for none.</param>
    /// <param name="options">When to deliver the signal; null: at once.</param>
    public abstract void SignalEntity(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null);

    /// <summary>Starts an orchestration without waiting for it.</summary>
    /// <param name="name">The orchestrator.</param>
    /// <param name="options">Instance id, start time, version and tags.</param>
    /// <returns>The id of the new instance.</returns>
    public virtual string ScheduleNewOrchestration(TaskName name, StartOrchestrationOptions options)
        => ScheduleNewOrchestration(name, null, options);

    /// <summary>Starts an orchestration without waiting for it.</summary>
    /// <param name="name">The orchestrator.</param>
    /// <param name="input">Its input, null for none.</param>
    /// <param name="options">Instance id, start time, version and tags; null: the defaults.</param>
    /// <returns>The id of the new instance.</returns>
    public abstract string ScheduleNewOrchestration(TaskName name, object? input = null, StartOrchestrationOptions? options = null);
}
