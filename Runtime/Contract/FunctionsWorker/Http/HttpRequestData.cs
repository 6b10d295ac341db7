using System.Collections.Specialized;
using System.Security.Claims;
using System.Web;

namespace Workflows.FunctionsWorker.Http;

/// <summary>An HTTP request in the worker's own form. Functions here take ASP.NET Core's request instead.</summary>
public abstract class HttpRequestData
{
    private NameValueCollection? _query;

    /// <summary>For derived classes.</summary>
    /// <param name="functionContext">The run that the request triggered.</param>
    public HttpRequestData(FunctionContext functionContext) => FunctionContext = functionContext;

    /// <summary>The body.</summary>
    public abstract Stream Body { get; }

    /// <summary>The headers.</summary>
    public abstract HttpHeadersCollection Headers { get; }

    /// <summary>The cookies.</summary>
    public abstract IReadOnlyCollection<IHttpCookie> Cookies { get; }

    /// <summary>The address.</summary>
    public abstract Uri Url { get; }

    /// <summary>Who the caller is.</summary>
    public abstract IEnumerable<ClaimsIdentity> Identities { get; }

    /// <summary>The HTTP method.</summary>
    public abstract string Method { get; }

    /// <summary>The query of the address, by name.</summary>
    public virtual NameValueCollection Query => _query ??= HttpUtility.ParseQueryString(Url.Query);

    /// <summary>The run that the request triggered.</summary>
    public FunctionContext FunctionContext { get; }

    /// <summary>Makes an answer to this request.</summary>
    public abstract HttpResponseData CreateResponse();
}
