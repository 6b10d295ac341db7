using System.Globalization;
using System.Text.Json;

namespace Workflows.Shared.Models;

/// <summary>One check of a value against a schema.</summary>
internal sealed class SchemaValidation(int maxErrors)
{
    private readonly List<string> errors = [];
    private bool full;

    public IReadOnlyList<string> Errors => errors;

    public void Check(JsonElement schema, JsonElement value, string place)
    {
        if (full)
        {
            return;
        }

        // A value of the wrong type would fail every other keyword too: one error says it.
        if (schema.TryGetProperty("type", out var type) && !HasType(type, value))
        {
            Add(place, $"must be {Describe(type)}, but is {KindOf(value)}");
            return;
        }

        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(item => IsSame(item, value)))
        {
            Add(place, $"must be one of {string.Join(", ", allowed.EnumerateArray().Select(item => item.GetRawText()))}");
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(schema, value, place);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, place);
                break;
            case JsonValueKind.String:
                CheckString(schema, value, place);
                break;
            case JsonValueKind.Number:
                CheckNumber(schema, value, place);
                break;
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, string place)
    {
        var hasProperties = schema.TryGetProperty("properties", out var properties);
        var isClosed = schema.TryGetProperty("additionalProperties", out _);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (full)
            {
                return;
            }

            if (JsonText.NameOf(property) is not { } name)
            {
                Add(place, "has a property whose name is not valid Unicode");
            }
            else if (!seen.Add(name))
            {
                Add($"{place}.{Shorten(name)}", "is there twice");
            }
            else if (hasProperties && properties.TryGetProperty(name, out var inner))
            {
                Check(inner, property.Value, $"{place}.{name}");
            }
            else if (isClosed)
            {
                Add($"{place}.{Shorten(name)}", "is not a known property");
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(item => item.GetString()!).Where(name => !seen.Contains(name)))
            {
                Add($"{place}.{name}", "is missing");
            }
        }
    }

    private void CheckArray(JsonElement schema, JsonElement value, string place)
    {
        CheckBounds(schema, "Items", value.GetArrayLength(), place, "items");
        if (!schema.TryGetProperty("items", out var items))
        {
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (full)
            {
                return;
            }

            Check(items, item, string.Create(CultureInfo.InvariantCulture, $"{place}[{index++}]"));
        }
    }

    private void CheckString(JsonElement schema, JsonElement value, string place)
    {
        if (JsonText.Of(value) is not { } text)
        {
            Add(place, "is not valid Unicode");
            return;
        }

        var length = text.Length - text.Count(char.IsLowSurrogate);
        CheckBounds(schema, "Length", length, place, "characters");
    }

    private void CheckNumber(JsonElement schema, JsonElement value, string place)
    {
        if (!value.TryGetDouble(out var number) || !double.IsFinite(number))
        {
            Add(place, "is a number too large to read");
        }
        else if (schema.TryGetProperty("minimum", out var minimum) && number < minimum.GetDouble())
        {
            Add(place, $"must be at least {minimum.GetRawText()}");
        }
        else if (schema.TryGetProperty("maximum", out var maximum) && number > maximum.GetDouble())
        {
            Add(place, $"must be at most {maximum.GetRawText()}");
        }
    }

    private void CheckBounds(JsonElement schema, string keyword, int count, string place, string unit)
    {
        if (schema.TryGetProperty("min" + keyword, out var least) && count < least.GetInt32())
        {
            Add(place, $"must have at least {least.GetRawText()} {unit}, but has {count.ToString(CultureInfo.InvariantCulture)}");
        }
        else if (schema.TryGetProperty("max" + keyword, out var most) && count > most.GetInt32())
        {
            Add(place, $"must have at most {most.GetRawText()} {unit}, but has {count.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private void Add(string place, string problem)
    {
        if (errors.Count < maxErrors)
        {
            errors.Add($"{place} {problem}");
        }
        else if (!full)
        {
            full = true;
            errors.Add("and there are more errors");
        }
    }

    private static bool HasType(JsonElement type, JsonElement value) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(item => IsOf(item.GetString(), value)) : IsOf(type.GetString(), value);

    private static bool IsOf(string? type, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number" || (type == "integer" && value.TryGetInt64(out _)),
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Null => type == "null",
        _ => false,
    };

    private static bool IsSame(JsonElement allowed, JsonElement value) =>
        allowed.ValueKind == JsonValueKind.String
            ? value.ValueKind == JsonValueKind.String && JsonText.Of(value) == allowed.GetString()
            : JsonElement.DeepEquals(allowed, value);

    private static string Describe(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? string.Join(" or ", type.EnumerateArray().Select(item => item.GetString())) : type.GetString()!;

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => Shorten(value.GetRawText()),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };

    private static string Shorten(string name) => name.Length <= 40 ? name : string.Concat(name.AsSpan(0, 40), "…");
}
