using System.Globalization;
using System.Net;
using Microsoft.Extensions.Primitives;
using Workflows.FunctionsWorker.Extensions.DurableTask.Http;

namespace Workflows.Durable;

/// <summary>HTTP requests of orchestrators.</summary>
public static class TaskOrchestrationContextExtensionMethods
{
    /// <summary>The activity that sends a request: the host's own.</summary>
    internal const string ActivityName = "BuiltIn::HttpActivity";

    private const int MostPolls = 10_000;

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestPollInterval = TimeSpan.FromDays(1);

    private static readonly string[] Credentials = ["Authorization", "Cookie", "Proxy-Authorization"];

    /// <summary>
    /// Has an HTTP request sent, at least once. An answer 202 with a <c>Location</c> is followed: after its <c>Retry-After</c> (30 seconds
    /// without one) that address is asked, until another answer comes, at most 10,000 times. Credentials are not sent on to another host.
    /// </summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="request">The request.</param>
    /// <returns>The answer, whatever its status.</returns>
    /// <exception cref="ArgumentNullException">The context or the request is null.</exception>
    /// <exception cref="TaskFailedException">No answer came, or, with <see cref="DurableHttpRequest.HttpRetryOptions"/>, none but those that count as failures.</exception>
    /// <exception cref="TimeoutException">The following of a 202 took longer than <see cref="DurableHttpRequest.Timeout"/>.</exception>
    /// <exception cref="InvalidOperationException">The address to follow is no http or https address, or was asked 10,000 times.</exception>
    public static async Task<DurableHttpResponse> CallHttpAsync(this TaskOrchestrationContext context, DurableHttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(request);
        DateTime? end = request.Timeout is { } timeout && DateTime.MaxValue - context.CurrentUtcDateTime > timeout ? context.CurrentUtcDateTime + timeout : null;
        DurableHttpRequest asked = request;
        DurableHttpResponse response = await SendAsync(context, asked);
        for (int polls = 0; request.AsynchronousPatternEnabled && response.StatusCode == HttpStatusCode.Accepted && Header(response, "Location") is { } location; polls++)
        {
            DateTime at = context.CurrentUtcDateTime + Wait(response, context.CurrentUtcDateTime);
            if (at > end)
            {
                throw new TimeoutException($"The request was accepted, but not answered within {request.Timeout}.");
            }

            if (polls == MostPolls)
            {
                throw new InvalidOperationException($"The request was accepted, but not answered after {MostPolls:N0} questions.");
            }

            await context.CreateTimer(at, CancellationToken.None);
            asked = Poll(asked, location);
            response = await SendAsync(context, asked);
        }

        return response;
    }

    /// <summary>Has an HTTP request sent, as <see cref="CallHttpAsync(TaskOrchestrationContext, DurableHttpRequest)"/> does.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="method">The method.</param>
    /// <param name="uri">The absolute address.</param>
    /// <param name="content">The body; null: none.</param>
    /// <param name="retryOptions">How often a request is sent that fails; null: once.</param>
    /// <returns>The answer, whatever its status.</returns>
    public static Task<DurableHttpResponse> CallHttpAsync(
        this TaskOrchestrationContext context, HttpMethod method, Uri uri, string? content = null, HttpRetryOptions? retryOptions = null)
        => context.CallHttpAsync(new DurableHttpRequest(method, uri) { Content = content, HttpRetryOptions = retryOptions });

    private static Task<DurableHttpResponse> SendAsync(TaskOrchestrationContext context, DurableHttpRequest request)
        => context.CallActivityAsync<DurableHttpResponse>(
            ActivityName, request, request.HttpRetryOptions is { } retry ? TaskOptions.FromRetryPolicy(retry.ToPolicy()) : null);

    private static string? Header(DurableHttpResponse response, string name)
        => response.Headers is { } headers && headers.TryGetValue(name, out StringValues values) && values is [{ Length: > 0 } value, ..] ? value : null;

    private static TimeSpan Wait(DurableHttpResponse response, DateTime now)
    {
        string? text = Header(response, "Retry-After");
        TimeSpan wait = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date.UtcDateTime - now
            : PollInterval;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestPollInterval ? wait : LongestPollInterval;
    }

    private static DurableHttpRequest Poll(DurableHttpRequest last, string location)
    {
        if (!Uri.TryCreate(last.Uri, location, out Uri? uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new InvalidOperationException("The request was accepted, but the Location of the answer is no http or https address.");
        }

        bool sameHost = uri.Authority == last.Uri.Authority && uri.Scheme == last.Uri.Scheme;
        return new DurableHttpRequest(HttpMethod.Get, uri)
        {
            Headers = last.Headers?
                .Where(header => !IsOf(header.Key, "x-functions-key") && !IsOf(header.Key, "Content-Type") && (sameHost || !Array.Exists(Credentials, name => IsOf(header.Key, name))))
                .ToDictionary(),
            HttpRetryOptions = last.HttpRetryOptions,
            Timeout = last.Timeout,
        };
    }

    private static bool IsOf(string header, string name) => header.Equals(name, StringComparison.OrdinalIgnoreCase);
}
