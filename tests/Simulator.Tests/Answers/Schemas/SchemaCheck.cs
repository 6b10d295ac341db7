using System.Text.Json;

namespace Workflows.Simulator.Tests.Answers.Schemas;

/// <summary>A small validator of JSON schemas, written apart from the product's own reading of them.</summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong with a value, or null.</summary>
    public static string? Problem(JsonElement value, JsonElement schema, string at = "$")
    {
        if (schema.TryGetProperty("anyOf", out var branches))
        {
            return branches.EnumerateArray().Any(branch => Problem(value, branch, at) is null) ? null : $"{at}: fits no branch";
        }

        if (schema.TryGetProperty("enum", out var choices))
        {
            return choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)) ? null : $"{at}: not in enum";
        }

        return schema.GetProperty("type") switch
        {
            { ValueKind: JsonValueKind.Array } types => types.EnumerateArray().Any(type => OfType(value, schema, type.GetString()!, at) is null) ? null : $"{at}: of no type",
            var type => OfType(value, schema, type.GetString()!, at),
        };
    }

    private static string? OfType(JsonElement value, JsonElement schema, string type, string at) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null ? null : $"{at}: not null",
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : $"{at}: no boolean",
        "string" => Text(value, schema, at),
        "integer" or "number" => Number(value, schema, type, at),
        "array" => Array(value, schema, at),
        _ => Object(value, schema, at),
    };

    private static string? Text(JsonElement value, JsonElement schema, string at) =>
        value.ValueKind != JsonValueKind.String ? $"{at}: no string"
        : value.GetString()!.Length < Bound(schema, "minLength", 0) || value.GetString()!.Length > Bound(schema, "maxLength", int.MaxValue) ? $"{at}: length"
        : null;

    private static string? Number(JsonElement value, JsonElement schema, string type, string at)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return $"{at}: no number";
        }

        var number = value.GetDouble();
        return (type == "integer" && number != Math.Floor(number))
            || number < Bound(schema, "minimum", double.MinValue) || number > Bound(schema, "maximum", double.MaxValue)
            || number <= Bound(schema, "exclusiveMinimum", double.MinValue) || number >= Bound(schema, "exclusiveMaximum", double.MaxValue)
            ? $"{at}: {number} out of range"
            : null;
    }

    private static string? Array(JsonElement value, JsonElement schema, string at) =>
        value.ValueKind != JsonValueKind.Array ? $"{at}: no array"
        : value.GetArrayLength() < Bound(schema, "minItems", 0) || value.GetArrayLength() > Bound(schema, "maxItems", int.MaxValue) ? $"{at}: count"
        : value.EnumerateArray().Select((item, i) => Problem(item, schema.GetProperty("items"), $"{at}[{i}]")).FirstOrDefault(problem => problem is not null);

    private static string? Object(JsonElement value, JsonElement schema, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return $"{at}: no object";
        }

        var properties = schema.GetProperty("properties");
        var missing = schema.GetProperty("required").EnumerateArray().FirstOrDefault(name => !value.TryGetProperty(name.GetString()!, out _));
        return missing.ValueKind == JsonValueKind.String ? $"{at}: lacks {missing}"
            : value.EnumerateObject()
                .Select(property => properties.TryGetProperty(property.Name, out var inner) ? Problem(property.Value, inner, $"{at}.{property.Name}") : $"{at}: {property.Name} is not allowed")
                .FirstOrDefault(problem => problem is not null);
    }

    private static double Bound(JsonElement schema, string name, double otherwise) => schema.TryGetProperty(name, out var bound) ? bound.GetDouble() : otherwise;
}
