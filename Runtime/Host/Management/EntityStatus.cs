using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Durable.Client.Entities;

namespace Workflows.Runtime.Host.Management;

/// <summary>An entity as the management API lists it.</summary>
internal sealed record EntityStatus(
    EntityName EntityId, DateTime LastOperationTime, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? State)
{
    public static EntityStatus Of(EntityMetadata entity) => new(
        new EntityName(entity.Id.Name, entity.Id.Key),
        entity.LastModifiedTime.UtcDateTime,
        entity.IncludesState ? PayloadJson.Read(entity.State.Value) : null);
}
