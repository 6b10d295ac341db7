using System.Security.Cryptography;
using System.Text;

namespace Workflows.Shared.Callbacks;

/// <summary>
/// The signature of a callback: the lower-case hexadecimal HMAC-SHA256, with the receiver's secret in UTF-8 as the key, over the text of the
/// header <c>X-Timestamp</c> (seconds since 1970 UTC, ASCII digits), one dot, and the bytes of the body as they were sent.
/// </summary>
public static class CallbackSignature
{
    /// <summary>The header with the time of sending; each attempt has its own.</summary>
    public const string TimestampHeader = "X-Timestamp";

    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-Signature";

    /// <summary>The header with the delivery's id; the same for each attempt.</summary>
    public const string DeliveryHeader = "X-Delivery-Id";

    /// <summary>Signs.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="timestamp">The header's text.</param>
    /// <param name="body">The body.</param>
    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"{timestamp}."));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
