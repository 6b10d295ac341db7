using System.Text.Json;

namespace Workflows.Simulator.Protocol;

/// <summary>Optional typed fields of a request; null counts as absent, another type is an error that names the field.</summary>
internal static class JsonFields
{
    public static string? String(this JsonElement parent, string name) =>
        Field(parent, name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw InvalidRequestException.For("must be a string", name);

    public static bool? Boolean(this JsonElement parent, string name) =>
        Field(parent, name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw InvalidRequestException.For("must be true or false", name);

    public static int? Integer(this JsonElement parent, string name, int min, int max) =>
        Field(parent, name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max ? number
        : throw InvalidRequestException.For($"must be a whole number from {min} to {max}", name);

    public static JsonElement? Object(this JsonElement parent, string name) =>
        Field(parent, name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? value
        : throw InvalidRequestException.For("must be an object", name);

    private static JsonElement? Field(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
