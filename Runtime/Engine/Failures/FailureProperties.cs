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

    // What an application makes of its objects may hold itself; what is stored must stay bounded and readable.
    private const int MaximumDepth = 8;

    public static Dictionary<string, object?> Simplify(IDictionary<string, object?> properties) =>
        properties.ToDictionary(entry => entry.Key, entry => Simplify(entry.Value, MaximumDepth));

    public static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Select(Read).ToList(),
        JsonValueKind.Object when IsMarked(json, DateTimeMark, out JsonElement mark) && mark.TryGetDateTime(out DateTime time) => time,
        JsonValueKind.Object when IsMarked(json, DateTimeOffsetMark, out JsonElement mark) && mark.TryGetDateTimeOffset(out DateTimeOffset time) => time,
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

    // An application's own entry may bear the name of a mark.
    private static bool IsMarked(JsonElement json, string name, out JsonElement mark) =>
        json.TryGetProperty(name, out mark) && mark.ValueKind == JsonValueKind.String;

    private static object? Simplify(object? value, int depth) => value switch
    {
        null or bool or string or DateTime or DateTimeOffset => value,
        double number when !double.IsFinite(number) => number.ToString(CultureInfo.InvariantCulture),
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        IEnumerable when depth == 0 => value.GetType().ToString(),
        IDictionary<string, object?> entries => entries.ToDictionary(entry => entry.Key, entry => Simplify(entry.Value, depth - 1)),
        IDictionary entries => Simplify(entries, depth - 1),
        IEnumerable items => items.Cast<object?>().Select(item => Simplify(item, depth - 1)).ToList(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static Dictionary<string, object?> Simplify(IDictionary entries, int depth)
    {
        Dictionary<string, object?> simple = [];
        foreach (DictionaryEntry entry in entries)
        {
            simple[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty] = Simplify(entry.Value, depth);
        }

        return simple;
    }
}
