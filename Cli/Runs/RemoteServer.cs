using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Runs;

/// <summary>A server: sends requests, and again when the connection or the server fails for a moment.</summary>
internal sealed class RemoteServer : IDisposable
{
    private const string KeyHeader = "x-functions-key";
    private const int MaxAttempts = 6;
    private const int FirstAttempts = 2;
    private const int MaxAnswerBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan MaxWanted = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client;
    private readonly TimeProvider _time;
    private bool _reached;

    public RemoteServer(Uri address, TimeProvider time)
    {
        Address = address;
        _time = time;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
        {
            Timeout = TimeSpan.FromSeconds(100),
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };
    }

    /// <summary>Where it is; ends with a slash.</summary>
    public Uri Address { get; }

    /// <summary>Shows the server a key with every request.</summary>
    /// <param name="key">The key; none when it is empty.</param>
    /// <exception cref="CliException">It cannot be sent.</exception>
    public void UseKey(string? key)
    {
        if (!string.IsNullOrWhiteSpace(key) && !_client.DefaultRequestHeaders.TryAddWithoutValidation(KeyHeader, key))
        {
            throw CliException.BadUsage($"{RemoteReviewRuns.KeyVariable} holds no usable key");
        }
    }

    /// <summary>An address on this server.</summary>
    public Uri At(string path) => new(Address, path);

    /// <summary>
    /// Sends a request, again when the server fails for a moment: six times in all over 15 s, or longer where the server asks
    /// for it, but only twice while it has never answered. Every request sent here may safely be sent twice.
    /// </summary>
    /// <exception cref="CliException">The server cannot be reached.</exception>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        TimeSpan delay = FirstDelay;
        for (int attempt = 1; ; attempt++)
        {
            using HttpRequestMessage message = request();
            TimeSpan wanted = TimeSpan.Zero;
            try
            {
                HttpResponseMessage response = await _client.SendAsync(message, cancellation);
                _reached = true;
                if (attempt == MaxAttempts || !IsPassing(response.StatusCode))
                {
                    return response;
                }

                wanted = response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
                response.Dispose();
            }
            catch (HttpRequestException e) when (attempt >= (_reached ? MaxAttempts : FirstAttempts) || e.HttpRequestError == HttpRequestError.SecureConnectionError)
            {
                throw CliException.Failed($"{Address} cannot be reached: {e.Message}", e);
            }
            catch (HttpRequestException)
            {
                // The next attempt follows below.
            }
            catch (TaskCanceledException e) when (!cancellation.IsCancellationRequested)
            {
                throw CliException.Failed($"{Address} did not answer within {_client.Timeout.TotalSeconds:N0} s", e);
            }

            await Task.Delay(wanted < delay ? delay : wanted < MaxWanted ? wanted : MaxWanted, _time, cancellation);
            delay = delay * 2 < MaxDelay ? delay * 2 : MaxDelay;
        }
    }

    /// <summary>Reads an answer's JSON.</summary>
    /// <exception cref="CliException">It is not what a server of this program answers.</exception>
    public Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
        where T : class => ReadAsync<T>(response, ReviewJson.Options, cancellation);

    /// <summary>Reads an answer's JSON, written in another way than the reviews'.</summary>
    /// <exception cref="CliException">It is not what a server of this program answers.</exception>
    public async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonSerializerOptions json, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(json, cancellation) ?? throw new JsonException("null");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw CliException.Failed($"{Address} answered something else than a Workflows server does; is the address right?", e);
        }
    }

    public void Dispose() => _client.Dispose();

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
