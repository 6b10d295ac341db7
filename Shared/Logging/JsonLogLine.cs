using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Workflows.Shared.Logging;

/// <summary>
/// A log entry as one line of JSON: <c>timestamp</c> (UTC, ISO 8601), <c>level</c>, <c>category</c>, <c>event_id</c>, <c>event</c> (the event's name, where
/// it has one), <c>stream</c>, <c>run</c> and <c>instance</c> (of work that takes up a resource: its class, the run and the instance that it is for), <c>message</c>, <c>fields</c> (what the message was made of, where there is any), <c>exception</c> (type and message, never a stack).
/// </summary>
public static class JsonLogLine
{
    private const string Template = "{OriginalFormat}";
    private const int LongestText = 4_000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the line, without its end.</summary>
    /// <param name="time">When.</param>
    /// <param name="level">How bad.</param>
    /// <param name="category">From where.</param>
    /// <param name="eventId">Which event.</param>
    /// <param name="message">The message.</param>
    /// <param name="state">What the message was made of; only names with values are written.</param>
    /// <param name="exception">The exception.</param>
    public static string Write(DateTimeOffset time, LogLevel level, string category, EventId eventId, string message, object? state = null, Exception? exception = null) =>
        Write(time, level, category, eventId, message, state, exception, default);

    /// <summary>Writes the line, with the work that it is about.</summary>
    internal static string Write(DateTimeOffset time, LogLevel level, string category, EventId eventId, string message, object? state, Exception? exception, WorkScope work)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("level", Word(level));
            json.WriteString("category", category);
            json.WriteNumber("event_id", eventId.Id);
            if (eventId.Name is { } name)
            {
                json.WriteString("event", name);
            }

            WriteWork(json, work);
            json.WriteString("message", Cut(message));
            WriteFields(json, state);
            if (exception is not null)
            {
                json.WriteStartObject("exception");
                json.WriteString("type", exception.GetType().Name);
                json.WriteString("message", Cut(exception.Message));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteWork(Utf8JsonWriter json, WorkScope work)
    {
        if (work.ResourceClass is { } name)
        {
            json.WriteString("stream", name);
            json.WriteString("run", work.Run);
            json.WriteString("instance", work.Instance);
        }
    }

    private static void WriteFields(Utf8JsonWriter json, object? state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            return;
        }

        // A name that comes twice is one field, or the line would be JSON that readers take differently.
        Dictionary<string, object?> fields = new(StringComparer.Ordinal);
        foreach ((string name, object? value) in pairs.Where(pair => pair.Key != Template))
        {
            fields[name] = value;
        }

        if (fields.Count == 0)
        {
            return;
        }

        json.WriteStartObject("fields");
        foreach ((string name, object? value) in fields)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case float or double when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                json.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case DateTimeOffset time:
                json.WriteStringValue(time);
                break;
            case string text:
                json.WriteStringValue(Cut(text));
                break;
            case IEnumerable list:
                json.WriteStringValue(Cut(string.Join(", ", list.Cast<object?>())));
                break;
            default:
                json.WriteStringValue(Cut(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
                break;
        }
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");

    /// <summary>A level as one lower-case word.</summary>
    internal static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "information",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        LogLevel.Critical => "critical",
        _ => "none",
    };
}
