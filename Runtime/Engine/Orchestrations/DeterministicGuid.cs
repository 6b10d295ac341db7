using System.Security.Cryptography;
using System.Text;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Guids that a replay makes again: version 8 of RFC 9562, from a hash of a seed and a number.</summary>
internal static class DeterministicGuid
{
    public static Guid Create(string seed, int number)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{number}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
