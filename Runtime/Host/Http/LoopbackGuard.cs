using Microsoft.AspNetCore.Http;
using Workflows.Runtime.Host.Configuration;

namespace Workflows.Runtime.Host.Http;

/// <summary>
/// Keeps web pages out of a host without keys: a browser on this machine could be led here by a page of another site, directly
/// (its Origin tells) or by a name that resolves to loopback (the Host tells).
/// </summary>
internal static class LoopbackGuard
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        string origin = http.Request.Headers.Origin.ToString();
        bool allowed = HostOptionsReader.IsLoopback(http.Request.Host.Host)
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && HostOptionsReader.IsLoopback(page.Host)));
        return allowed
            ? next(http)
            : Problem.WriteAsync(http, StatusCodes.Status403Forbidden, "Without keys this host answers only requests from and to this machine by a loopback name.");
    }
}
