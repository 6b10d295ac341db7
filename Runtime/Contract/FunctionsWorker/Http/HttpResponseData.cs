using System.Net;

namespace Workflows.FunctionsWorker.Http;

/// <summary>An HTTP answer in the worker's own form.</summary>
public abstract class HttpResponseData
{
    /// <summary>For derived classes.</summary>
    /// <param name="functionContext">The run that answers.</param>
    public HttpResponseData(FunctionContext functionContext) => FunctionContext = functionContext;

    /// <summary>The status.</summary>
    public abstract HttpStatusCode StatusCode { get; set; }

    /// <summary>The headers.</summary>
    public abstract HttpHeadersCollection Headers { get; set; }

    /// <summary>The body.</summary>
    public abstract Stream Body { get; set; }

    /// <summary>The cookies to set.</summary>
    public abstract HttpCookies Cookies { get; }

    /// <summary>The run that answers.</summary>
    public FunctionContext FunctionContext { get; }

    /// <summary>Makes an answer to a request.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static HttpResponseData CreateResponse(HttpRequestData request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.CreateResponse();
    }
}
