using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Durable.Entities;

internal sealed class EntityInstanceIdJsonConverter : JsonConverter<EntityInstanceId>
{
    public override EntityInstanceId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return Parse(reader.GetString()!);
        }

        // Payloads written by hand name the two parts.
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        string? name = Text(document.RootElement, "name");
        string? key = Text(document.RootElement, "key");
        return string.IsNullOrEmpty(name) || key is null
            ? throw new JsonException("An entity id is the text '@name@key' or an object with name and key.")
            : new EntityInstanceId(name, key);
    }

    public override void Write(Utf8JsonWriter writer, EntityInstanceId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    private static EntityInstanceId Parse(string text)
    {
        try
        {
            return EntityInstanceId.FromString(text);
        }
        catch (ArgumentException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    private static string? Text(JsonElement element, string name)
        => element.ValueKind != JsonValueKind.Object
            ? null
            : element.EnumerateObject()
                .Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.String)
                .Select(property => property.Value.GetString())
                .FirstOrDefault();
}
