using Microsoft.AspNetCore.Http;

namespace Workflows.Runtime.Host.Http;

/// <summary>Holds the requests to functions to the limits of host.json.</summary>
internal sealed class HttpThrottle(HttpSettings settings)
{
    private const string RetrySeconds = "1";

    private readonly SemaphoreSlim? _running = settings.MaxConcurrentRequests is { } most ? new(most) : null;
    private int _outstanding;

    /// <summary>Runs a request when there is room for it; one too many is answered 429.</summary>
    public async Task ServeAsync(HttpContext http, Func<Task> serve)
    {
        if (settings.CustomHeaders.Count > 0)
        {
            http.Response.OnStarting(AddHeadersAsync, http.Response.Headers);
        }

        if (Interlocked.Increment(ref _outstanding) > (settings.MaxOutstandingRequests ?? int.MaxValue))
        {
            // Before it is told: a client that comes again at once must not meet its own refused request.
            Interlocked.Decrement(ref _outstanding);
            http.Response.Headers.RetryAfter = RetrySeconds;
            await Problem.WriteAsync(http, StatusCodes.Status429TooManyRequests, "Too many requests wait already.");
            return;
        }

        try
        {
            await RunAsync(http, serve);
        }
        finally
        {
            Interlocked.Decrement(ref _outstanding);
        }
    }

    private Task AddHeadersAsync(object headers)
    {
        foreach ((string name, string value) in settings.CustomHeaders)
        {
            ((IHeaderDictionary)headers).TryAdd(name, value);
        }

        return Task.CompletedTask;
    }

    private async Task RunAsync(HttpContext http, Func<Task> serve)
    {
        if (_running is null)
        {
            await serve();
            return;
        }

        try
        {
            await _running.WaitAsync(http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller has gone: there is nobody to answer.
            return;
        }

        try
        {
            await serve();
        }
        finally
        {
            _running.Release();
        }
    }
}
