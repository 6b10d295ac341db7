using System.Text;
using System.Text.Json.Nodes;

namespace Workflows.Simulator.Protocol;

/// <summary>Chat completions on the wire, whole and in chunks.</summary>
internal sealed class ChatJson(string digest, string model, long created)
{
    private const int MostPieces = 64;
    private const int SmallestPiece = 16;

    /// <summary>The last event of a stream.</summary>
    public static ReadOnlyMemory<byte> Done { get; } = "data: [DONE]\n\n"u8.ToArray();

    /// <summary>A whole completion.</summary>
    public JsonObject Completion(ChatAnswer answer)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = answer.Content };
        if (answer.Reasoning is not null)
        {
            message["reasoning_content"] = answer.Reasoning;
        }

        var body = Envelope("chat.completion");
        body["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = message,
            ["logprobs"] = null,
            ["finish_reason"] = answer.FinishReason,
        });
        body["usage"] = Usage(answer);
        return body;
    }

    /// <summary>The events of a stream without the last one, in order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Events(ChatAnswer answer, bool includeUsage)
    {
        yield return Event(new JsonObject { ["role"] = "assistant", ["content"] = "" }, null, includeUsage);
        foreach (var piece in Pieces(answer.Reasoning ?? ""))
        {
            yield return Event(new JsonObject { ["reasoning_content"] = piece }, null, includeUsage);
        }

        foreach (var piece in Pieces(answer.Content ?? ""))
        {
            yield return Event(new JsonObject { ["content"] = piece }, null, includeUsage);
        }

        yield return Event([], answer.FinishReason, includeUsage);
        if (includeUsage)
        {
            var last = Envelope("chat.completion.chunk");
            last["choices"] = new JsonArray();
            last["usage"] = Usage(answer);
            yield return Frame(last);
        }
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var size = Math.Max(SmallestPiece, (text.Length + MostPieces - 1) / MostPieces);
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(text.Length, start + size);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
            {
                end++;
            }

            yield return text[start..end];
            start = end;
        }
    }

    private static JsonObject Usage(ChatAnswer answer) => new()
    {
        ["prompt_tokens"] = answer.PromptTokens,
        ["completion_tokens"] = answer.CompletionTokens,
        ["total_tokens"] = answer.PromptTokens + answer.CompletionTokens,
    };

    private static ReadOnlyMemory<byte> Frame(JsonObject chunk) => Encoding.UTF8.GetBytes($"data: {WireJson.Text(chunk)}\n\n");

    private ReadOnlyMemory<byte> Event(JsonObject delta, string? finishReason, bool includeUsage)
    {
        var chunk = Envelope("chat.completion.chunk");
        chunk["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["delta"] = delta,
            ["logprobs"] = null,
            ["finish_reason"] = finishReason,
        });
        if (includeUsage)
        {
            chunk["usage"] = null;
        }

        return Frame(chunk);
    }

    private JsonObject Envelope(string kind) => new()
    {
        ["id"] = $"chatcmpl-{digest[..24]}",
        ["object"] = kind,
        ["created"] = created,
        ["model"] = model,
        ["system_fingerprint"] = "simulated",
    };
}
