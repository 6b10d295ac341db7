using Microsoft.Extensions.Logging;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>
/// Reads how many requests wait in the servers' own queues, where a server tells (vLLM's <c>/metrics</c>): a pool at most every
/// <see cref="Interval"/>, and one that did not tell not again for <see cref="Pause"/>. Nothing that goes wrong here reaches the caller.
/// </summary>
internal sealed partial class ServerQueues(ModelClients clients, TimeProvider time, ILogger<ServerQueues> logger)
{
    /// <summary>The shortest time between two readings of a pool.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>How long a pool is left alone after a reading that failed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>How long a reading may hold up the answer of a call.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>The longest page that is read, in bytes.</summary>
    public const int LongestPage = 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> dueAt = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The length of a pool's queue, read now; null when it is not due or not to be had.</summary>
    public async Task<int?> ReadAsync(ModelPool pool, CancellationToken cancellationToken)
    {
        if (!pool.ReadsServerMetrics || !IsDue(pool))
        {
            return null;
        }

        var waiting = await TryReadAsync(pool, cancellationToken);
        if (waiting is null)
        {
            Put(pool, Pause);
            LogUnread(pool.Name, Pause.TotalMinutes);
        }

        return waiting;
    }

    private async Task<int?> TryReadAsync(ModelPool pool, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var (http, endpoint) = clients.HttpOf(pool);
            using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(endpoint));
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                return null;
            }

            using var page = await response.Content.ReadAsStreamAsync(either.Token);
            return await ServerMetricsPage.WaitingAsync(page, pool.Model, LongestPage, either.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private bool IsDue(ModelPool pool)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (dueAt.TryGetValue(pool.Name, out var due) && now < due)
            {
                return false;
            }

            dueAt[pool.Name] = now + Interval;
            return true;
        }
    }

    private void Put(ModelPool pool, TimeSpan off)
    {
        lock (gate)
        {
            dueAt[pool.Name] = time.GetUtcNow() + off;
        }
    }

    /// <summary>The page lies beside the API, not under it.</summary>
    private static Uri AddressOf(Uri endpoint)
    {
        var path = endpoint.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/v1", StringComparison.Ordinal) ? path[..^3] : path;
        return new UriBuilder(endpoint) { Path = path + "/metrics" }.Uri;
    }

    [LoggerMessage(EventId = 2103, Level = LogLevel.Debug, Message = "The server of pool {Pool} does not tell its waiting queue; asked again in {Minutes} minutes.")]
    private partial void LogUnread(string pool, double minutes);
}
