using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Shared.Consultation;

/// <summary>
/// Checks bound keys. Whatever is wrong with a key (unknown client, wrong signature, too old, no key at all) takes the same work: as many
/// signatures are computed and compared, in constant time, as the client with the most secrets has.
/// </summary>
public sealed class BoundKeys
{
    /// <summary>How far a key's time may lie from the clock, either way.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    private const int BlockBytes = 64;

    private readonly Dictionary<string, byte[][]> _secrets = new(StringComparer.Ordinal);
    private readonly byte[][] _decoys;

    /// <summary>Takes the clients' secrets.</summary>
    /// <param name="options">Valid options.</param>
    public BoundKeys(ConsultationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int most = Math.Max(options.Clients.Values.Select(client => client.Secrets.Length).DefaultIfEmpty(0).Max(), 1);
        byte[] decoy = RandomNumberGenerator.GetBytes(BlockBytes);
        _decoys = [.. Enumerable.Repeat(decoy, most)];
        foreach ((string client, ConsultationClientOptions known) in options.Clients)
        {
            _secrets[client] = [.. known.Secrets.Select(KeyOf).Concat(_decoys).Take(most)];
        }
    }

    /// <summary>Whether a client may be called so: 1 to 64 ASCII letters, digits, '-', '_' and '.'.</summary>
    /// <param name="client">The name.</param>
    public static bool IsClient(string client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return BoundKey.IsClient(client);
    }

    /// <summary>Makes a key.</summary>
    /// <param name="client">The client.</param>
    /// <param name="secret">One of its secrets.</param>
    /// <param name="now">The time from which on it holds for <see cref="Window"/>.</param>
    public static string Make(string client, string secret, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(secret);
        return BoundKey.Make(client, secret, now);
    }

    /// <summary>Checks a key.</summary>
    /// <param name="key">What the caller sent.</param>
    /// <param name="now">The time.</param>
    /// <returns>The client, or null when the key is not valid; nothing tells why.</returns>
    public string? Check(string? key, DateTimeOffset now)
    {
        (string client, long timestamp, byte[] signature) = BoundKey.Read(key) ?? ("-", 0, new byte[BoundKey.SignatureBytes]);
        byte[] signed = Encoding.UTF8.GetBytes($"{client}:{timestamp.ToString(CultureInfo.InvariantCulture)}");
        bool isKnown = _secrets.TryGetValue(client, out byte[][]? secrets);
        bool isSigned = false;
        foreach (byte[] secret in secrets ?? _decoys)
        {
            isSigned |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(secret, signed), signature);
        }

        bool isFresh = Math.Abs(now.ToUnixTimeSeconds() - timestamp) <= (long)Window.TotalSeconds;
        return isKnown & isSigned & isFresh ? client : null;
    }

    /// <summary>A secret as HMAC uses it: one longer than a block is its hash there, too, which would otherwise take time that shows.</summary>
    private static byte[] KeyOf(string secret) => Encoding.UTF8.GetBytes(secret) is { Length: <= BlockBytes } bytes ? bytes : SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
