using System.Text.Json;

namespace Workflows.Simulator.Protocol;

/// <summary>Reads the images of a message. Only <c>data:</c> addresses are taken: the simulator fetches nothing.</summary>
internal static class ImagePart
{
    /// <summary>What an image counts for against the context, in tokens.</summary>
    public const int Tokens = 1_200;

    private static readonly string[] Types = ["image/jpeg", "image/png", "image/webp", "image/gif"];

    /// <summary>An image in words.</summary>
    /// <exception cref="InvalidRequestException">It is none; the error names the field.</exception>
    public static string Read(JsonElement part, string field)
    {
        var url = part.Object("image_url")?.String("url") ?? throw InvalidRequestException.For("url is missing", $"{field}.content.image_url");
        var comma = url.IndexOf(',', StringComparison.Ordinal);
        if (!url.StartsWith("data:", StringComparison.Ordinal) || comma < 0 || !url[..comma].EndsWith(";base64", StringComparison.Ordinal))
        {
            throw InvalidRequestException.For("must be a data: address in base64", $"{field}.content.image_url.url");
        }

        var type = url["data:".Length..(comma - ";base64".Length)];
        if (!Types.Contains(type))
        {
            throw InvalidRequestException.For($"must be one of {string.Join(", ", Types)}", $"{field}.content.image_url.url");
        }

        var bytes = new byte[(url.Length - comma) / 4 * 3];
        return Convert.TryFromBase64Chars(url.AsSpan(comma + 1), bytes, out var written) && written > 0
            ? $"[{type}, {written} bytes, {RequestDigest.Of(bytes.AsSpan(0, written))[..8]}]"
            : throw InvalidRequestException.For("is not an image in base64", $"{field}.content.image_url.url");
    }
}
