using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Runtime.Host.Http;

namespace Workflows.Runtime.Host.Monitor.Access;

/// <summary>
/// Makes and reads session cookies: a ticket and its seal, which is made with the key that opened the session. So nothing is kept of sessions, they outlive a restart, and changing the
/// key ends those that it opened.
/// </summary>
internal sealed class SessionSeal(FunctionKeys keys, TimeProvider clock)
{
    private static readonly byte[] Purpose = "workflows monitor session"u8.ToArray();

    public string Write(SessionTicket ticket)
    {
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(ticket);
        byte[] seal = Seal(ticket.Key, content) ?? throw new InvalidOperationException($"There is no key '{ticket.Key}'.");
        return $"{Base64Url.EncodeToString(content)}.{Base64Url.EncodeToString(seal)}";
    }

    /// <returns>The ticket, or null when the cookie is none of ours, or its session has ended.</returns>
    public SessionTicket? Read(string? cookie)
    {
        if (cookie?.Split('.') is not [string text, string sealText] || !Base64Url.IsValid(text) || !Base64Url.IsValid(sealText))
        {
            return null;
        }

        byte[] content = Base64Url.DecodeFromChars(text);
        return Parse(content) is { } ticket
            && Seal(ticket.Key, content) is { } seal && CryptographicOperations.FixedTimeEquals(seal, Base64Url.DecodeFromChars(sealText))
            && ticket.Expires > clock.GetUtcNow().ToUnixTimeSeconds()
                ? ticket
                : null;
    }

    private static SessionTicket? Parse(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<SessionTicket>(content) is { Key: not null, Who: not null, Nonce: not null } ticket ? ticket : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private byte[]? Seal(string key, byte[] content) =>
        keys.HashOf(key) is { } hash ? HMACSHA256.HashData(HMACSHA256.HashData(hash, Purpose), content) : null;
}
