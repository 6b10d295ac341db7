using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Runtime.Host.Queues;

/// <summary>Turns values into texts on the wire and back.</summary>
internal static class QueueBody
{
    /// <summary>The longest text on the wire, as in Azure Storage.</summary>
    public const int MaxBytes = 65_536;

    /// <exception cref="ArgumentException">The text is too long for a queue.</exception>
    public static string Encode(ReadOnlySpan<byte> body, bool base64)
    {
        long size = base64 ? (body.Length + 2L) / 3 * 4 : body.Length;
        return size > MaxBytes
            ? throw new ArgumentException($"A message of {body.Length:N0} bytes is too long for a queue: {(base64 ? MaxBytes / 4 * 3 : MaxBytes):N0} at most.")
            : base64 ? Convert.ToBase64String(body) : Encoding.UTF8.GetString(body);
    }

    /// <exception cref="FormatException">The text is not encoded as it should be.</exception>
    public static byte[] Decode(string text, bool base64)
    {
        if (!base64)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw new FormatException("The message is not base64. Send it encoded, or set extensions.queues.messageEncoding to none in host.json.");
        }
    }

    /// <summary>The messages that a function's output means: none for null, one for each element of a collection, else one.</summary>
    /// <param name="output">A text or bytes, sent as they are, or a value, sent as JSON.</param>
    /// <param name="json">How values are written.</param>
    public static IEnumerable<byte[]> MessagesOf(object? output, JsonSerializerOptions json) => output switch
    {
        null => [],
        string text => [Encoding.UTF8.GetBytes(text)],
        byte[] bytes => [bytes],
        BinaryData data => [data.ToArray()],
        ReadOnlyMemory<byte> memory => [memory.ToArray()],
        JsonNode or IDictionary => [JsonSerializer.SerializeToUtf8Bytes(output, output.GetType(), json)],
        IEnumerable several => several.Cast<object?>().SelectMany(element => MessagesOf(element, json)),
        _ => [JsonSerializer.SerializeToUtf8Bytes(output, output.GetType(), json)],
    };
}
