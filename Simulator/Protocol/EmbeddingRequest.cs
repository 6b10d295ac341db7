using System.Text.Json;

namespace Workflows.Simulator.Protocol;

/// <summary>An embeddings request, read and checked.</summary>
/// <param name="Inputs">The texts; at least one, none empty.</param>
/// <param name="Dimensions">The length of the vectors.</param>
/// <param name="Base64">Whether vectors are sent as base64 of little-endian floats.</param>
internal sealed record EmbeddingRequest(IReadOnlyList<string> Inputs, int Dimensions, bool Base64)
{
    private const int DefaultDimensions = 256;
    private const int MostDimensions = 4096;
    private const int MostInputs = 2048;

    /// <summary>Reads a request from its root object.</summary>
    /// <exception cref="InvalidRequestException">A field is missing or wrong; the error names it.</exception>
    public static EmbeddingRequest Read(JsonElement root)
    {
        if (!root.TryGetProperty("input", out var input))
        {
            throw InvalidRequestException.For("is missing", "input");
        }

        string[] texts = input.ValueKind switch
        {
            JsonValueKind.String => [input.GetString()!],
            JsonValueKind.Array => [.. input.EnumerateArray().Select(Text)],
            _ => throw InvalidRequestException.For("must be a text or an array of texts", "input"),
        };
        if (texts.Length is 0 or > MostInputs || texts.Contains(""))
        {
            throw InvalidRequestException.For($"must hold 1 to {MostInputs} texts, none of them empty", "input");
        }

        var format = root.String("encoding_format") ?? "float";
        return format is "float" or "base64"
            ? new EmbeddingRequest(texts, root.Integer("dimensions", 1, MostDimensions) ?? DefaultDimensions, format == "base64")
            : throw InvalidRequestException.For("must be float or base64", "encoding_format");
    }

    private static string Text(JsonElement item) =>
        item.ValueKind == JsonValueKind.String ? item.GetString()! : throw InvalidRequestException.For("must be a text or an array of texts", "input");
}
