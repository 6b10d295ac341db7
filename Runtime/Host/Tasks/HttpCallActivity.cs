using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Primitives;
using Workflows.Durable;
using Workflows.FunctionsWorker.Extensions.DurableTask.Http;
using Workflows.Runtime.Engine.Activities;

namespace Workflows.Runtime.Host.Tasks;

/// <summary>Sends the requests of <c>CallHttpAsync</c>.</summary>
/// <param name="client">Sends them.</param>
/// <param name="time">The engine's clock.</param>
internal sealed class HttpCallActivity(HttpClient client, TimeProvider time) : TaskActivity<DurableHttpRequest, DurableHttpResponse>
{
    private const string ContentType = "Content-Type";
    private const int LongestBody = 104_857_600;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>A client for all requests: it has no patience of its own, and keeps no cookies.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler { UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LongestBody,
    };

    public override async Task<DurableHttpResponse> RunAsync(TaskActivityContext context, DurableHttpRequest input)
    {
        TimeSpan patience = input.Timeout ?? Patience;
        CancellationToken ended = context is EngineActivityContext engine ? engine.CancellationToken : CancellationToken.None;
        using HttpRequestMessage request = Message(input);
        using CancellationTokenSource late = new(patience, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ended);
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, either.Token);
            if (input.HttpRetryOptions?.Retries(response.StatusCode) is true)
            {
                throw new HttpRequestException($"The answer was {(int)response.StatusCode} ({response.StatusCode}), which counts as a failure.", null, response.StatusCode);
            }

            return new DurableHttpResponse(response.StatusCode)
            {
                Headers = response.Headers.Concat(response.Content.Headers)
                    .ToDictionary(header => header.Key, header => new StringValues([.. header.Value]), StringComparer.OrdinalIgnoreCase),
                Content = await response.Content.ReadAsStringAsync(either.Token),
            };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            throw new TimeoutException($"The request was not answered within {patience}.");
        }
    }

    private static HttpRequestMessage Message(DurableHttpRequest input)
    {
        HttpRequestMessage request = new(input.Method, input.Uri);
        string? type = null;
        if (input.Content is not null)
        {
            type = input.Headers?.FirstOrDefault(header => header.Key.Equals(ContentType, StringComparison.OrdinalIgnoreCase)).Value.ToString();
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(input.Content));
            request.Content.Headers.ContentType = TypeOf(string.IsNullOrEmpty(type) ? "text/plain" : type);
        }

        foreach ((string name, StringValues values) in input.Headers ?? new Dictionary<string, StringValues>())
        {
            if (!name.Equals(ContentType, StringComparison.OrdinalIgnoreCase) && !request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return request;
    }

    private static MediaTypeHeaderValue TypeOf(string text) =>
        !MediaTypeHeaderValue.TryParse(text, out MediaTypeHeaderValue? type) ? throw new ArgumentException($"'{text}' is no content type.")
        : type.MediaType!.StartsWith("multipart", StringComparison.OrdinalIgnoreCase) ? throw new ArgumentException("CallHttpAsync sends no multipart bodies.")
        : type;
}
