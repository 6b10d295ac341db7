using System.Text.Json.Serialization;
using Workflows.Durable.Entities;

namespace Workflows.Durable.Client.Entities;

/// <summary>What is known of an entity from outside, its state as text.</summary>
/// <param name="id">The entity.</param>
/// <param name="state">The state; null: none.</param>
[JsonConverter(typeof(EntityMetadataJsonConverterFactory))]
public sealed class EntityMetadata(EntityInstanceId id, SerializedData? state = null) : EntityMetadata<SerializedData>(id, state);
