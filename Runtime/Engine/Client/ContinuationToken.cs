using System.Globalization;

namespace Workflows.Runtime.Engine.Client;

/// <summary>Where a page of instances ended: the creation time and the id of its last one.</summary>
internal static class ContinuationToken
{
    public static string Write(DateTimeOffset created, string id) => string.Create(CultureInfo.InvariantCulture, $"{created.UtcTicks}:{id}");

    /// <exception cref="ArgumentException">The text is no such token.</exception>
    public static (long Created, string Id) Read(string token)
    {
        int colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
            ? (ticks, token[(colon + 1)..])
            : throw new ArgumentException("The continuation token is not one that this client gave out.", nameof(token));
    }
}
