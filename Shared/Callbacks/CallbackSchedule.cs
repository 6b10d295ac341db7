using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Shared.Callbacks;

/// <summary>
/// When a callback that failed is sent again: after about 5, 10, 20 … s, never more than an hour apart, for 24 hours. Each wait is up to a fifth
/// shorter or longer, by the delivery's name, so that a receiver that was away does not meet all at once and a replay decides the same.
/// </summary>
public static class CallbackSchedule
{
    /// <summary>How long it is tried.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    /// <summary>The longest wait, also when the receiver asks for more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private const double FirstSeconds = 5;
    private const double Spread = 0.2;
    private const int MostDoublings = 16;

    /// <summary>The wait after an attempt.</summary>
    /// <param name="name">What the jitter comes from: the same for all attempts of a delivery.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="askedSeconds">How long the receiver asked to wait; null: it did not. Less than the wait's own length counts for nothing.</param>
    public static TimeSpan After(string name, int attempt, double? askedSeconds)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{name}:{attempt.ToString(CultureInfo.InvariantCulture)}"));
        double chance = BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue;
        double plain = Math.Min(FirstSeconds * Math.Pow(2, Math.Clamp(attempt - 1, 0, MostDoublings)), Longest.TotalSeconds / (1 + Spread));
        double grown = plain * (1 - Spread + (2 * Spread * chance));
        double asked = askedSeconds is { } seconds && double.IsFinite(seconds) ? seconds : 0;
        return TimeSpan.FromSeconds(Math.Min(Math.Max(grown, asked), Longest.TotalSeconds));
    }
}
