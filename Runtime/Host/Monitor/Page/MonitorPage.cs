using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Runtime.Host.Http;

namespace Workflows.Runtime.Host.Monitor.Page;

/// <summary>
/// Serves the page at <c>/monitor</c>. It may load nothing but what lies beside it: no inline script, no other origin, no frame around it. Addresses without a file are the page's own
/// routes. The files hold no data, so they want no login.
/// </summary>
internal sealed class MonitorPage(PageFiles files)
{
    public const string Root = "/monitor";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

    private const string Forever = "public, max-age=31536000, immutable";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        endpoints.MapMethods(Root + "/{**path}", methods, (RequestDelegate)ServeAsync);
    }

    private Task ServeAsync(HttpContext http)
    {
        // The page names its files relative to its folder.
        if (http.Request.Path.Value is Root)
        {
            http.Response.Redirect($"{Root}/{http.Request.QueryString}", permanent: false);
            return Task.CompletedTask;
        }

        string path = (string?)http.Request.RouteValues["path"] ?? string.Empty;
        PageFile? file = files.Find(path.Length == 0 ? PageFiles.Index : path) ?? (IsPageRoute(path) ? files.Find(PageFiles.Index) : null);
        return file is null ? Problem.WriteAsync(http, StatusCodes.Status404NotFound, "There is no such file of the monitor.") : SendAsync(http, file);
    }

    /// <summary>What has an ending is a file that is not there; the API answers for itself.</summary>
    private static bool IsPageRoute(string path) => !path.StartsWith("api/", StringComparison.Ordinal) && path != "api" && !Path.HasExtension(path);

    private static Task SendAsync(HttpContext http, PageFile file)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ETag = file.Tag;
        headers.CacheControl = file.IsForever ? Forever : "no-cache";
        if (http.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(file.Tag, StringComparer.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = file.Content.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(file.Content, http.RequestAborted).AsTask();
    }
}
