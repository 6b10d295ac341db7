using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Durable.Client;

internal sealed class SerializedDataJsonConverter : JsonConverter<SerializedData>
{
    public override SerializedData? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String
            ? new SerializedData(reader.GetString()!)
            : throw new JsonException("A serialized payload is a string.");

    public override void Write(Utf8JsonWriter writer, SerializedData value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
