using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Entities;

/// <summary>An entity.</summary>
internal sealed record EntityItem
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Key { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public string? LockedBy { get; init; }

    public int? StateLength { get; init; }

    public required int Waiting { get; init; }

    public Shown? State { get; init; }

    public static EntityItem Of(QueuedEntity entity, bool withState)
    {
        EntityInstanceId id = EntityInstanceId.FromString(entity.Record.Id);
        return new EntityItem
        {
            Id = entity.Record.Id,
            Name = id.Name,
            Key = id.Key,
            Updated = entity.Record.Updated,
            LockedBy = entity.Record.LockedBy,
            StateLength = entity.Record.State?.Length,
            Waiting = entity.Waiting,
            State = withState ? Shown.Of(entity.Record.State) : null,
        };
    }
}
