using System.Text.Json;

namespace Workflows.Shared.Models;

/// <summary>The part of JSON Schema that <see cref="AnswerSchema"/> checks.</summary>
internal static class SchemaKeywords
{
    private static readonly string[] Types = ["object", "array", "string", "integer", "number", "boolean", "null"];

    /// <summary>Throws unless the schema, and every schema inside it, uses only what <see cref="SchemaValidation"/> checks.</summary>
    public static void EnsureKnown(JsonElement schema)
    {
        Ensure(schema.ValueKind == JsonValueKind.Object, "a schema is an object");
        foreach (var keyword in schema.EnumerateObject())
        {
            Ensure(IsKnown(keyword.Name, keyword.Value), $"the keyword '{keyword.Name}' is not known, or its value is not");
        }
    }

    private static bool IsKnown(string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "type":
                return value.ValueKind == JsonValueKind.Array
                    ? value.GetArrayLength() > 0 && value.EnumerateArray().All(IsType)
                    : IsType(value);
            case "properties":
                if (value.ValueKind != JsonValueKind.Object)
                {
                    return false;
                }

                foreach (var property in value.EnumerateObject())
                {
                    EnsureKnown(property.Value);
                }

                return true;
            case "required":
                return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String);
            case "additionalProperties":
                return value.ValueKind == JsonValueKind.False;
            case "items":
                EnsureKnown(value);
                return true;
            case "enum":
                return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0;
            case "minimum" or "maximum":
                return value.ValueKind == JsonValueKind.Number;
            case "minLength" or "maxLength" or "minItems" or "maxItems":
                return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var bound) && bound >= 0;
            case "title" or "description":
                return value.ValueKind == JsonValueKind.String;
            default:
                return false;
        }
    }

    private static bool IsType(JsonElement value) => value.ValueKind == JsonValueKind.String && Types.Contains(value.GetString());

    private static void Ensure(bool condition, string problem)
    {
        if (!condition)
        {
            throw new ArgumentException($"The schema cannot be checked: {problem}.");
        }
    }
}
