using System.ClientModel.Primitives;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Workflows.Activities.Models;

/// <summary>Reads a chat completion that comes in pieces, and makes of them what a whole one says.</summary>
internal static class ChatStreamReader
{
    private const string End = "[DONE]";

    /// <summary>Whether a response comes in pieces: a server may answer whole all the same.</summary>
    public static bool IsStream(PipelineResponse response) =>
        response.Headers.TryGetValue("Content-Type", out string? type) && type?.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads to the end.</summary>
    /// <param name="response">A response with status 200.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="written">Is told each piece of the content.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The reply, or why there is none, without anything of the body.</returns>
    /// <exception cref="IOException">The connection broke off before the end.</exception>
    public static async Task<(ChatReply? Reply, string? Error)> ReadAsync(PipelineResponse response, int limit, Action<string> written, CancellationToken cancellationToken)
    {
        if (response.ContentStream is not { } content)
        {
            return (null, "The server's answer is empty.");
        }

        // The package reads what is left of a stream when it disposes a response: the stream is taken away from it.
        response.ContentStream = null;
        await using BoundedStream stream = new(content, limit);
        Pieces pieces = new(written);
        try
        {
            await foreach (SseItem<string> item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
            {
                if (item.Data == End)
                {
                    return (pieces.Reply(), null);
                }

                using JsonDocument chunk = JsonDocument.Parse(item.Data);
                if (!pieces.Take(chunk.RootElement))
                {
                    return (null, "The server answered with an error in place of a completion.");
                }
            }
        }
        catch (JsonException)
        {
            return (null, "The server's answer is not JSON.");
        }
        catch (InvalidOperationException)
        {
            return (null, "The server's answer is not valid Unicode.");
        }
        catch (InvalidDataException)
        {
            return (null, "The server's answer is far too long.");
        }

        return pieces.IsFinished ? (pieces.Reply(), null) : throw new IOException("The stream broke off.");
    }

    private sealed class Pieces(Action<string> written)
    {
        private readonly StringBuilder _content = new();
        private readonly StringBuilder _reasoning = new();
        private ChatReply _reply = new();

        public bool IsFinished => _reply.FinishReason is not null;

        /// <returns>False: it is an error.</returns>
        public bool Take(JsonElement chunk)
        {
            if (chunk.ValueKind != JsonValueKind.Object)
            {
                return true;
            }

            if (chunk.TryGetProperty("error", out JsonElement fault) && fault.ValueKind != JsonValueKind.Null)
            {
                return false;
            }

            _reply = _reply with { Model = ReplyFields.Name(chunk, "model") ?? _reply.Model, IsSimulated = _reply.IsSimulated || ReplyFields.Text(chunk, "system_fingerprint") == "simulated" };
            if (chunk.TryGetProperty("usage", out JsonElement usage) && usage.ValueKind == JsonValueKind.Object)
            {
                _reply = _reply with { PromptTokens = ReplyFields.Count(usage, "prompt_tokens"), CompletionTokens = ReplyFields.Count(usage, "completion_tokens") };
            }

            if (chunk.TryGetProperty("choices", out JsonElement choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0 && choices[0].ValueKind == JsonValueKind.Object)
            {
                TakeChoice(choices[0]);
            }

            return true;
        }

        public ChatReply Reply() => _reply with { Content = Text(_content), Reasoning = Text(_reasoning) };

        private void TakeChoice(JsonElement choice)
        {
            _reply = _reply with { FinishReason = ReplyFields.Text(choice, "finish_reason") ?? _reply.FinishReason };
            if (!choice.TryGetProperty("delta", out JsonElement delta) || delta.ValueKind != JsonValueKind.Object)
            {
                return;
            }

            _reasoning.Append(ReplyFields.Text(delta, "reasoning_content") ?? ReplyFields.Text(delta, "reasoning"));
            if (ReplyFields.Text(delta, "content") is { Length: > 0 } piece)
            {
                _content.Append(piece);
                written(piece);
            }
        }

        private static string? Text(StringBuilder text) => text.Length == 0 ? null : text.ToString();
    }
}
