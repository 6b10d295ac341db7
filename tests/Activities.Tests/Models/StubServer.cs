using System.Net;
using System.Text;

namespace Workflows.Activities.Tests.Models;

/// <summary>A server of one canned response; it keeps what it was sent.</summary>
internal sealed class StubServer(Func<HttpResponseMessage> respond) : HttpMessageHandler
{
    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StubServer(HttpStatusCode status, string body, string? retryAfter = null)
        : this(() => Response(status, body, retryAfter))
    {
    }

    public string? Body { get; private set; }

    /// <summary>The body's type, as it was sent.</summary>
    public string? ContentType { get; private set; }

    public Uri? Address { get; private set; }

    public string? Authorization { get; private set; }

    public int Requests { get; private set; }

    /// <summary>What the server answers beside its API; nothing but 404 unless set.</summary>
    public Func<HttpResponseMessage>? Metrics { get; init; }

    /// <summary>The addresses beside the API that were asked for.</summary>
    public List<Uri> MetricsAddresses { get; } = [];

    /// <summary>When set, the response never comes; the request ends only by its token.</summary>
    public bool Hangs { get; init; }

    /// <summary>Ends when a request has arrived.</summary>
    public Task Entered => entered.Task;

    public static HttpResponseMessage Response(HttpStatusCode status, string body, string? retryAfter = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            MetricsAddresses.Add(request.RequestUri!);
            return Metrics?.Invoke() ?? new HttpResponseMessage(HttpStatusCode.NotFound);
        }

        Requests++;
        Address = request.RequestUri;
        Authorization = request.Headers.TryGetValues("Authorization", out var values) ? string.Join(", ", values) : null;
        ContentType = request.Content!.Headers.ContentType?.ToString();
        Body = await request.Content!.ReadAsStringAsync(cancellationToken);
        entered.TrySetResult();
        if (Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return respond();
    }
}
