using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Shared.Consultation;

/// <summary>
/// A bound key, <c>client_id:timestamp:signature</c>: the timestamp in seconds since 1970 UTC, the signature the lower-case hexadecimal
/// HMAC-SHA256 over <c>client_id:timestamp</c> with the client's secret, all in UTF-8. Source: document 002, section 4.1.
/// </summary>
internal static class BoundKey
{
    /// <summary>The longest client id.</summary>
    public const int LongestClient = 64;

    /// <summary>Bytes of a signature.</summary>
    public const int SignatureBytes = 32;

    /// <summary>No key that is valid is longer.</summary>
    public const int Longest = LongestClient + 1 + LongestTimestamp + 1 + (2 * SignatureBytes);

    private const int LongestTimestamp = 12;

    /// <summary>Makes a key.</summary>
    public static string Make(string client, string secret, DateTimeOffset now)
    {
        string signed = $"{client}:{now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
        return $"{signed}:{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)))}";
    }

    /// <summary>Whether a client may be called so: 1 to 64 ASCII letters, digits, '-', '_' and '.'.</summary>
    public static bool IsClient(string client) =>
        client.Length is > 0 and <= LongestClient && client.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>The parts of a key; null when it has not the form of one.</summary>
    public static (string Client, long Timestamp, byte[] Signature)? Read(string? key)
    {
        if (key is null || key.Length > Longest || key.Split(':') is not [string client, string timestamp, string signature]
            || !IsClient(client) || timestamp.Length is 0 or > LongestTimestamp || !timestamp.All(char.IsAsciiDigit)
            || signature.Length != 2 * SignatureBytes || !signature.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        return (client, long.Parse(timestamp, CultureInfo.InvariantCulture), Convert.FromHexString(signature));
    }
}
