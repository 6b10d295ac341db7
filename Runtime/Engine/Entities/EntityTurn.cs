using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Orchestrations;

namespace Workflows.Runtime.Engine.Entities;

/// <summary>What a turn of an entity has done so far and not yet written.</summary>
internal sealed class EntityTurn(EntityRecord record)
{
    public string? State { get; set; } = record.State;

    /// <summary>The entity's code, made when its first operation comes and used for all operations of the turn.</summary>
    public ITaskEntity? Entity { get; set; }

    public string? LockedBy { get; set; } = record.LockedBy;

    public long? LockedExecution { get; set; } = record.LockedExecution;

    /// <summary>Messages that were taken in and leave the inbox.</summary>
    public List<InboxMessage> Done { get; } = [];

    public List<InboxMessage> Messages { get; } = [];

    public List<NewInstance> Orchestrations { get; } = [];
}
