using System.Text.Json.Serialization;
using Microsoft.Extensions.Primitives;

namespace Workflows.FunctionsWorker.Extensions.DurableTask.Http;

/// <summary>An HTTP request that an orchestrator has sent for it.</summary>
public class DurableHttpRequest
{
    /// <summary>Creates a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="uri">The absolute address, http or https.</param>
    public DurableHttpRequest(HttpMethod method, Uri uri)
    {
        Method = method;
        Uri = uri;
    }

    /// <summary>The method.</summary>
    [JsonPropertyName("method")]
    [JsonConverter(typeof(HttpMethodConverter))]
    public HttpMethod Method { get; }

    /// <summary>The address.</summary>
    [JsonPropertyName("uri")]
    public Uri Uri { get; }

    /// <summary>The headers; null: none. They are kept in the history: put no secret there that outlives the call.</summary>
    [JsonPropertyName("headers")]
    [JsonConverter(typeof(HttpHeadersConverter))]
    public IDictionary<string, StringValues>? Headers { get; set; }

    /// <summary>The body; null: none. Its type is the header <c>Content-Type</c>, else <c>text/plain</c>; multipart bodies are not sent.</summary>
    [JsonPropertyName("content")]
    public string? Content { get; set; }

    /// <summary>True, the default: an answer 202 with a <c>Location</c> is followed by durable timers until another answer comes.</summary>
    [JsonPropertyName("asynchronousPatternEnabled")]
    public bool AsynchronousPatternEnabled { get; set; } = true;

    /// <summary>How often a request is sent that fails; null: once.</summary>
    [JsonPropertyName("retryOptions")]
    public HttpRetryOptions? HttpRetryOptions { get; set; }

    /// <summary>The longest that one request, and that all following of a 202 together, may take; null: 100 seconds a request, no limit of the following.</summary>
    [JsonPropertyName("timeout")]
    public TimeSpan? Timeout { get; set; }
}
