using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Simulator;

/// <summary>A source of numbers that depends only on what it was made from (SplitMix64 over a hash): the same everywhere and in any order of arrival.</summary>
internal sealed class DeterministicRandom
{
    private ulong _state;

    private DeterministicRandom(ulong state) => _state = state;

    /// <summary>A source made from a seed and any words.</summary>
    public static DeterministicRandom From(long seed, params string[] words)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{string.Join('\n', words)}"));
        return new DeterministicRandom(BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }

    /// <summary>A number from 0 (included) to 1 (excluded).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number of the standard normal distribution.</summary>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    private ulong NextUInt64()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
