using System.Security.Cryptography;
using System.Text;

namespace Workflows.Simulator.Protocol;

/// <summary>The name of a request's content, by which the simulator counts calls.</summary>
public static class RequestDigest
{
    /// <summary>The digest of a conversation.</summary>
    /// <param name="messages">Role and text of each message, in order.</param>
    /// <returns>64 lower-case hexadecimal digits: SHA-256 over each role and text, each preceded by its length in UTF-8 bytes and a colon.</returns>
    public static string Of(IEnumerable<(string Role, string Text)> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (role, text) in messages)
        {
            Append(hash, role);
            Append(hash, text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(Encoding.ASCII.GetBytes($"{bytes.Length}:"));
        hash.AppendData(bytes);
    }
}
