using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Workflows.Runtime.Engine.Failures;

/// <summary>
/// The values that facts about a failure may have: null, truth values, <see cref="double"/>, text, times, lists and dictionaries of those. What is
/// given otherwise becomes one of these at once, so that a failure reads the same before and after it was stored.
/// </summary>
internal static class FailureProperties
{
    private const string DateTimeMark = "$dateTime";
    private const string DateTimeOffsetMark = "$dateTimeOffset";

    public static Dictionary<string, object?> Simplify(IDictionary<string, object?> properties) =>
        properties.ToDictionary(entry => entry.Key, entry => Simplify(entry.Value));

    public static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Select(Read).ToList(),
        JsonValueKind.Object when json.TryGetProperty(DateTimeMark, out JsonElement time) => time.GetDateTime(),
        JsonValueKind.Object when json.TryGetProperty(DateTimeOffsetMark, out JsonElement time) => time.GetDateTimeOffset(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(property => property.Name, property => Read(property.Value)),
        _ => null,
    };

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case DateTime time:
                writer.WriteStartObject();
                writer.WriteString(DateTimeMark, time);
                writer.WriteEndObject();
                break;
            case DateTimeOffset time:
                writer.WriteStartObject();
                writer.WriteString(DateTimeOffsetMark, time);
                writer.WriteEndObject();
                break;
            case IDictionary<string, object?> entries:
                writer.WriteStartObject();
                foreach ((string name, object? entry) in entries)
                {
                    writer.WritePropertyName(name);
                    Write(writer, entry);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable<object?> items:
                writer.WriteStartArray();
                foreach (object? item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static object? Simplify(object? value) => value switch
    {
        null or bool or string or DateTime or DateTimeOffset => value,
        double number when !double.IsFinite(number) => number.ToString(CultureInfo.InvariantCulture),
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        IDictionary<string, object?> entries => Simplify(entries),
        IDictionary entries => Simplify(entries),
        IEnumerable items => items.Cast<object?>().Select(Simplify).ToList(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static Dictionary<string, object?> Simplify(IDictionary entries)
    {
        Dictionary<string, object?> simple = [];
        foreach (DictionaryEntry entry in entries)
        {
            simple[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty] = Simplify(entry.Value);
        }

        return simple;
    }
}
