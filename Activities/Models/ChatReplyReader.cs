using System.Text;
using System.Text.Json;

namespace Workflows.Activities.Models;

/// <summary>Reads chat completions as the servers really send them. Nothing a server sends makes it throw.</summary>
internal static class ChatReplyReader
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The body of a response with status 200.</param>
    /// <param name="error">Why there is no reply, without anything of the body; null when there is one.</param>
    public static ChatReply? Read(ReadOnlyMemory<byte> body, out string? error)
    {
        error = null;
        try
        {
            using var document = JsonDocument.Parse(body);
            var reply = document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement, out error) : null;
            error ??= reply is null ? "The server's answer is not a chat completion." : null;
            return reply;
        }
        catch (JsonException)
        {
            error = "The server's answer is not JSON.";
        }
        catch (InvalidOperationException)
        {
            // A text with half a surrogate pair is JSON, but no text.
            error = "The server's answer is not valid Unicode.";
        }

        return null;
    }

    private static ChatReply? Read(JsonElement root, out string? error)
    {
        error = null;
        if (root.TryGetProperty("error", out var fault) && fault.ValueKind != JsonValueKind.Null)
        {
            // Ollama reports what fails while it generates with status 200.
            error = "The server answered with an error in place of a completion.";
            return null;
        }

        if (!root.TryGetProperty("choices", out var choices)
            || choices.ValueKind != JsonValueKind.Array
            || choices.GetArrayLength() == 0
            || choices[0].ValueKind != JsonValueKind.Object
            || !choices[0].TryGetProperty("message", out var message)
            || message.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var hasUsage = root.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object;
        return new ChatReply
        {
            Content = Content(message),
            Reasoning = ReplyFields.Text(message, "reasoning_content") ?? ReplyFields.Text(message, "reasoning"),
            FinishReason = ReplyFields.Text(choices[0], "finish_reason"),
            Model = ReplyFields.Name(root, "model"),
            IsSimulated = ReplyFields.Text(root, "system_fingerprint") == "simulated",
            PromptTokens = hasUsage ? ReplyFields.Count(usage, "prompt_tokens") : null,
            CompletionTokens = hasUsage ? ReplyFields.Count(usage, "completion_tokens") : null,
        };
    }

    private static string? Content(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Array)
        {
            return ReplyFields.Text(message, "content");
        }

        var text = new StringBuilder();
        foreach (var part in content.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.Object))
        {
            text.Append(ReplyFields.Text(part, "text"));
        }

        return text.ToString();
    }
}
