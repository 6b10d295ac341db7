using System.Text.Json;

namespace Workflows.Simulator.Protocol;

/// <summary>Reads chat completion requests.</summary>
internal static class ChatRequestReader
{
    private const string Image = "image_url";

    private static readonly string[] Roles = ["system", "developer", "user", "assistant", "tool", "function"];

    /// <summary>Reads a request from its root object.</summary>
    /// <exception cref="InvalidRequestException">A field is missing or wrong; the error names it.</exception>
    public static ChatRequest Read(JsonElement root)
    {
        var format = root.Object("response_format");
        var type = format?.String("type");
        JsonElement? schema = null;
        string? schemaName = null;
        if (type == "json_schema")
        {
            var holder = format?.Object("json_schema") ?? throw InvalidRequestException.For("json_schema is missing", "response_format.json_schema");
            schemaName = holder.String("name") ?? throw InvalidRequestException.For("name is missing", "response_format.json_schema.name");
            schema = holder.Object("schema");
        }
        else if (format is not null && type is not ("json_object" or "text"))
        {
            throw InvalidRequestException.For("type must be json_schema, json_object or text", "response_format.type");
        }

        if (root.Integer("n", 1, int.MaxValue) is > 1)
        {
            throw InvalidRequestException.For("only one choice is supported", "n");
        }

        var stream = root.Boolean("stream") ?? false;
        var options = root.Object("stream_options");
        if (options is not null && !stream)
        {
            throw InvalidRequestException.For("stream_options is only allowed when stream is true", "stream_options");
        }

        return new ChatRequest
        {
            Model = root.String("model") ?? throw InvalidRequestException.For("you must name a model", "model"),
            Messages = Messages(root),
            Stream = stream,
            IncludeUsage = options?.Boolean("include_usage") ?? false,
            MaximumOutput = root.Integer("max_completion_tokens", 1, int.MaxValue) ?? root.Integer("max_tokens", 1, int.MaxValue),
            HasResponseFormat = type is "json_schema" or "json_object",
            SchemaName = schemaName,
            Schema = schema,
        };
    }

    private static List<ChatMessage> Messages(JsonElement root)
    {
        if (!root.TryGetProperty("messages", out var array) || array.ValueKind != JsonValueKind.Array || array.GetArrayLength() == 0)
        {
            throw InvalidRequestException.For("messages must be an array with at least one message", "messages");
        }

        var messages = new List<ChatMessage>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            var field = $"messages[{messages.Count}]";
            if (item.ValueKind != JsonValueKind.Object)
            {
                throw InvalidRequestException.For("a message must be an object", field);
            }

            var role = item.String("role");
            if (!Roles.Contains(role))
            {
                throw InvalidRequestException.For("role must be system, developer, user, assistant or tool", $"{field}.role");
            }

            messages.Add(new ChatMessage(role!, Content(item, field)) { Images = Images(item) });
        }

        return messages;
    }

    private static int Images(JsonElement message) => message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array
        ? content.EnumerateArray().Count(part => part.String("type") == Image)
        : 0;

    private static string Content(JsonElement message, string field)
    {
        if (!message.TryGetProperty("content", out var content) || content.ValueKind == JsonValueKind.Null)
        {
            return "";
        }

        return content.ValueKind switch
        {
            JsonValueKind.String => content.GetString()!,
            JsonValueKind.Array => string.Join('\n', content.EnumerateArray().Select(part => Part(part, field))),
            _ => throw InvalidRequestException.For("content must be text or an array of parts", $"{field}.content"),
        };
    }

    private static string Part(JsonElement part, string field)
    {
        if (part.ValueKind != JsonValueKind.Object || part.String("type") is not { } type)
        {
            throw InvalidRequestException.For("a part must be an object with a type", $"{field}.content");
        }

        return type switch
        {
            "text" => part.String("text") ?? throw InvalidRequestException.For("text is missing", $"{field}.content.text"),
            Image => ImagePart.Read(part, field),
            _ => $"[{type}]",
        };
    }
}
