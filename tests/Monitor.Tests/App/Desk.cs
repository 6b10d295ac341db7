using System.Collections.Concurrent;

namespace Workflows.Monitor.Tests.App;

/// <summary>What a test decides about the functions of this assembly while they run.</summary>
internal sealed class Desk
{
    private readonly ConcurrentDictionary<string, bool> _accepted = new(StringComparer.Ordinal);

    /// <summary>Let go when queue functions may succeed.</summary>
    public volatile bool RefusesMail = true;

    /// <summary>From now on the activity <c>Pay</c> succeeds with this amount; it fails with every other.</summary>
    public void Accept(string amount) => _accepted[amount] = true;

    /// <summary>Whether the activity <c>Pay</c> fails.</summary>
    public bool Refuses(string amount) => !_accepted.ContainsKey(amount);
}
