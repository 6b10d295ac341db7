namespace Workflows.Runtime.Host.Monitor.Access;

/// <summary>Slows down who tries keys: after ten failures in a minute from one address nothing more is looked at for the rest of the minute.</summary>
internal sealed class LoginThrottle(TimeProvider clock)
{
    private const int Most = 10;
    private const int MostAddresses = 1_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Began, int Failures)> _failures = new(StringComparer.Ordinal);

    /// <summary>How long an address must wait; null: it may try.</summary>
    public TimeSpan? WaitOf(string address)
    {
        lock (_gate)
        {
            return _failures.TryGetValue(address, out (DateTimeOffset Began, int Failures) known) && known.Failures >= Most && known.Began + Window > clock.GetUtcNow()
                ? known.Began + Window - clock.GetUtcNow()
                : null;
        }
    }

    public void Failed(string address)
    {
        DateTimeOffset now = clock.GetUtcNow();
        lock (_gate)
        {
            if (_failures.Count >= MostAddresses)
            {
                foreach (string old in _failures.Where(entry => entry.Value.Began + Window <= now).Select(entry => entry.Key).ToList())
                {
                    _failures.Remove(old);
                }
            }

            (DateTimeOffset began, int failures) = _failures.GetValueOrDefault(address);
            _failures[address] = began + Window > now ? (began, failures + 1) : (now, 1);
        }
    }
}
