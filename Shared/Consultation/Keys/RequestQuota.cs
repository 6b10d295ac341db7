namespace Workflows.Shared.Consultation;

/// <summary>Requests a minute of each client, in any minute; for one process. Safe for many threads.</summary>
public sealed class RequestQuota
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (int Limit, Queue<DateTimeOffset> Times)> _clients;

    /// <summary>Takes the clients' limits.</summary>
    /// <param name="options">Valid options.</param>
    public RequestQuota(ConsultationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _clients = options.Clients
            .Where(entry => entry.Value.RequestsPerMinute is not null)
            .ToDictionary(entry => entry.Key, entry => (entry.Value.RequestsPerMinute!.Value, new Queue<DateTimeOffset>()), StringComparer.Ordinal);
    }

    /// <summary>Counts a request.</summary>
    /// <param name="client">The authenticated client.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null when it may go on; else how long to wait before the next one.</returns>
    public TimeSpan? Take(string client, DateTimeOffset now)
    {
        if (!_clients.TryGetValue(client, out (int Limit, Queue<DateTimeOffset> Times) quota))
        {
            return null;
        }

        lock (quota.Times)
        {
            while (quota.Times.TryPeek(out DateTimeOffset oldest) && oldest + Window <= now)
            {
                quota.Times.Dequeue();
            }

            if (quota.Times.Count >= quota.Limit)
            {
                return quota.Times.Peek() + Window - now;
            }

            quota.Times.Enqueue(now);
            return null;
        }
    }
}
