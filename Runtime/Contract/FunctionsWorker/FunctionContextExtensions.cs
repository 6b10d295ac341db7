using Microsoft.AspNetCore.Http;

namespace Workflows.FunctionsWorker;

/// <summary>ASP.NET Core's view of a run.</summary>
public static class FunctionContextExtensions
{
    internal const string HttpContextKey = "HttpRequestContext";

    /// <summary>The HTTP request and answer of a run.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The HTTP context; null when no HTTP request triggered the run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(HttpContextKey, out object? value) ? value as HttpContext : null;
    }
}
