using System.Buffers.Binary;
using System.Text.Json;

namespace Workflows.Activities.Models;

/// <summary>Reads lists of embeddings, as arrays of numbers or as base64 of little-endian floats. Nothing a server sends makes it throw.</summary>
internal static class EmbeddingReplyReader
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The body of a response with status 200.</param>
    /// <param name="error">Why there is no reply, without anything of the body; null when there is one.</param>
    public static EmbeddingReply? Read(ReadOnlyMemory<byte> body, out string? error)
    {
        error = null;
        try
        {
            using var document = JsonDocument.Parse(body);
            var reply = document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
            error = reply is null ? "The server's answer is not a list of embeddings." : null;
            return reply;
        }
        catch (JsonException)
        {
            // NaN and Infinity, which some servers write, are no JSON either.
            error = "The server's answer is not JSON.";
        }
        catch (InvalidOperationException)
        {
            error = "The server's answer is not valid Unicode.";
        }

        return null;
    }

    private static EmbeddingReply? Read(JsonElement root)
    {
        if (!root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var embeddings = new List<Embedding>();
        foreach (var item in data.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("embedding", out var value) || Vector(value) is not { } vector)
            {
                return null;
            }

            embeddings.Add(new Embedding(Index(item, embeddings.Count), vector));
        }

        return new EmbeddingReply
        {
            Data = embeddings,
            Model = ReplyFields.Name(root, "model"),
            IsSimulated = ReplyFields.Text(root, "system_fingerprint") == "simulated",
            PromptTokens = root.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object ? ReplyFields.Count(usage, "prompt_tokens") : null,
        };
    }

    /// <summary>As the item says; its place when it does not say, and -1 when it says nonsense.</summary>
    private static int Index(JsonElement item, int place)
    {
        if (!item.TryGetProperty("index", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return place;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var index) ? index : -1;
    }

    private static double[]? Vector(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(number => number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var read) ? read : double.NaN)],
        JsonValueKind.String when value.TryGetBytesFromBase64(out var bytes) && bytes.Length % sizeof(float) == 0 => Floats(bytes),
        _ => null,
    };

    private static double[] Floats(byte[] bytes)
    {
        var vector = new double[bytes.Length / sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }

        return vector;
    }
}
