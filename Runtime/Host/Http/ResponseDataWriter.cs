using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Workflows.FunctionsWorker.Http;
using SameSite = Workflows.FunctionsWorker.Http.SameSite;

namespace Workflows.Runtime.Host.Http;

/// <summary>Sends responses that are in the worker's own form.</summary>
internal static class ResponseDataWriter
{
    public static async Task WriteAsync(HttpResponseData data, HttpContext http)
    {
        HttpResponse response = http.Response;
        response.StatusCode = (int)data.StatusCode;
        foreach ((string name, HeaderStringValues values) in data.Headers.NonValidated)
        {
            response.Headers[name] = values.ToArray();
        }

        foreach (IHttpCookie cookie in (data.Cookies as ResponseCookies)?.All ?? [])
        {
            response.Cookies.Append(cookie.Name, cookie.Value, OptionsOf(cookie));
        }

        if (data.Body.CanSeek)
        {
            data.Body.Position = 0;
        }

        await data.Body.CopyToAsync(response.Body, http.RequestAborted);
    }

    private static CookieOptions OptionsOf(IHttpCookie cookie) => new()
    {
        Domain = cookie.Domain,
        Path = cookie.Path,
        Expires = cookie.Expires,
        MaxAge = cookie.MaxAge is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Secure = cookie.Secure ?? false,
        HttpOnly = cookie.HttpOnly ?? false,
        SameSite = cookie.SameSite switch
        {
            SameSite.Lax => SameSiteMode.Lax,
            SameSite.Strict => SameSiteMode.Strict,
            SameSite.ExplicitNone => SameSiteMode.None,
            _ => SameSiteMode.Unspecified,
        },
    };
}
