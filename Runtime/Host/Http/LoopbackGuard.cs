using Microsoft.AspNetCore.Http;
using Workflows.Runtime.Host.Configuration;

namespace Workflows.Runtime.Host.Http;

/// <summary>
/// Keeps web pages out of a host without keys: a browser on this machine could be led here by a page of another site, directly
/// (its Origin tells, or what browsers say of a request without one) or by a name that resolves to loopback (the Host tells).
/// </summary>
internal static class LoopbackGuard
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        HostOptionsReader.IsLoopback(http.Request.Host.Host) && IsOwnOrigin(http.Request.Headers.Origin.ToString()) && !IsOfOtherSite(http.Request.Headers)
            ? next(http)
            : Problem.WriteAsync(http, StatusCodes.Status403Forbidden, "Without keys this host answers only requests from and to this machine by a loopback name.");

    private static bool IsOwnOrigin(string origin) =>
        origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && HostOptionsReader.IsLoopback(page.Host));

    /// <summary>An image or a frame of another site's page; following a link from there is the person's own doing.</summary>
    private static bool IsOfOtherSite(IHeaderDictionary headers) =>
        headers["Sec-Fetch-Site"].ToString() == "cross-site" && headers["Sec-Fetch-Dest"].ToString() != "document";
}
