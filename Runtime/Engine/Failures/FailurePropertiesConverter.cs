using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Runtime.Engine.Failures;

/// <summary>Stores the facts about a failure.</summary>
internal sealed class FailurePropertiesConverter : JsonConverter<IDictionary<string, object?>>
{
    public override IDictionary<string, object?>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => FailureProperties.Read(property.Value))
            : null;
    }

    public override void Write(Utf8JsonWriter writer, IDictionary<string, object?> value, JsonSerializerOptions options) => FailureProperties.Write(writer, value);
}
