using System.Text.Json;
using Workflows.Functions.Http;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>Reads the body of a consultation route in two steps: first as JSON, for the key in it, then, when the caller is known, as the route's record.</summary>
internal static class ConsultationBody
{
    private const int LongestId = 100;

    /// <summary>The body as JSON; null when it is none, or no object, or a field's name holds half of a character.</summary>
    public static JsonDocument? Parse(byte[] bytes)
    {
        try
        {
            if (!HasWholeNames(bytes))
            {
                return null;
            }

            JsonDocument document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The body's <c>bound_key</c>; null when it has none. A key that is no text is no key, but there.</summary>
    public static string? KeyIn(JsonDocument? body) => body is not null && body.RootElement.TryGetProperty("bound_key", out JsonElement key) && key.ValueKind != JsonValueKind.Null
        ? Text(key) ?? ""
        : null;

    /// <summary>The caller's id of a consultation.</summary>
    /// <exception cref="InvalidRequestException">It is missing or cannot be one.</exception>
    public static string Id(JsonElement item, string field)
    {
        string id = Required(item, "consultation_id", field);
        return id.Length <= LongestId && !id.Any(c => char.IsControl(c) || char.IsSurrogate(c))
            ? id
            : throw new InvalidRequestException(field + "consultation_id", $"A consultation_id has 1 to {LongestId} characters, none of them a control character.");
    }

    /// <summary>The conversation.</summary>
    /// <exception cref="InvalidRequestException">It is missing, empty or too long.</exception>
    public static string Conversation(JsonElement item, string field, int longest)
    {
        string text = Required(item, "conversation_text", field);
        return text.Length <= longest ? text : throw new InvalidRequestException(field + "conversation_text", $"The conversation_text is longer than {longest:N0} characters.");
    }

    /// <summary>How urgent it is; normal when nothing is said.</summary>
    /// <exception cref="InvalidRequestException">It is no priority.</exception>
    public static ConsultationPriority Priority(JsonElement item, string field)
    {
        if (!item.TryGetProperty("priority", out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return ConsultationPriority.Normal;
        }

        return Text(value) switch
        {
            "high" => ConsultationPriority.High,
            "normal" => ConsultationPriority.Normal,
            _ => throw new InvalidRequestException(field + "priority", "The priority is \"normal\" or \"high\"."),
        };
    }

    /// <summary>A document with a name that is no text fails whenever a field is looked for in it.</summary>
    private static bool HasWholeNames(byte[] bytes)
    {
        Utf8JsonReader reader = new(bytes);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, ValueIsEscaped: true })
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Required(JsonElement item, string name, string field) =>
        item.TryGetProperty(name, out JsonElement value) && Text(value) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new InvalidRequestException(field + name, $"The {name} is missing, empty or no text.");

    /// <summary>The text of a JSON string; null for what is none, or holds half of a character.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
