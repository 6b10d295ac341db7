using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Durable.Client.Entities;

internal sealed class EntityMetadataJsonConverter<TMetadata, TState> : JsonConverter<TMetadata>
    where TMetadata : EntityMetadata<TState>
{
    public override TMetadata Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new NotSupportedException("The metadata of an entity is read from a client, not from JSON.");

    public override void Write(Utf8JsonWriter writer, TMetadata value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Name(nameof(value.Id), options), value.Id.ToString());
        writer.WriteString(Name(nameof(value.LastModifiedTime), options), value.LastModifiedTime);
        if (value.BacklogQueueSize != 0)
        {
            writer.WriteNumber(Name(nameof(value.BacklogQueueSize), options), value.BacklogQueueSize);
        }

        if (value.LockedBy is not null)
        {
            writer.WriteString(Name(nameof(value.LockedBy), options), value.LockedBy);
        }

        if (value.IncludesState)
        {
            writer.WritePropertyName(Name(nameof(value.State), options));
            JsonSerializer.Serialize(writer, value.State, options);
        }

        writer.WriteEndObject();
    }

    private static string Name(string name, JsonSerializerOptions options) => options.PropertyNamingPolicy?.ConvertName(name) ?? name;
}
