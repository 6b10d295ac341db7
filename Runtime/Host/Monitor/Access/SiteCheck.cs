using Microsoft.AspNetCore.Http;

namespace Workflows.Runtime.Host.Monitor.Access;

/// <summary>Tells requests of the monitor's own page from those of other sites' pages, by what browsers say of them.</summary>
internal static class SiteCheck
{
    /// <summary>False when a page of another site sent it. A program that is no browser says nothing of the kind.</summary>
    public static bool IsOwn(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && IsHost(page, request.Host)));
    }

    // The scheme is not compared: a proxy may have ended TLS.
    private static bool IsHost(Uri page, HostString host) =>
        page.Host.Trim('[', ']').Equals(host.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase) && (host.Port is { } port ? page.Port == port : page.IsDefaultPort);
}
