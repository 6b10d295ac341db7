using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Access;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor;

/// <summary>Routes of the monitor's API: who may call them, and what every answer carries.</summary>
/// <param name="endpoints">Where they are mapped.</param>
/// <param name="access">Who may call.</param>
/// <param name="logger">Told of what fails.</param>
internal sealed class MonitorApi(IEndpointRouteBuilder endpoints, MonitorAccess access, ILogger logger)
{
    public const string Root = "/monitor/api";

    private const string SafeHeaders = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>A route that changes nothing, for viewers too.</summary>
    public void Get(string route, Func<MonitorRequest, Task<IResult>> answer) => Map(HttpMethods.Get, route, MonitorRole.Viewer, isChange: false, answer);

    /// <summary>A route that changes nothing and is quickly answered.</summary>
    public void Get(string route, Func<MonitorRequest, IResult> answer) => Get(route, request => Task.FromResult(answer(request)));

    /// <summary>A route that changes something.</summary>
    public void Change(string method, string route, Func<MonitorRequest, Task<IResult>> answer) => Map(method, route, MonitorRole.Operator, isChange: true, answer);

    /// <summary>A route with a body that changes nothing.</summary>
    public void Ask(string route, Func<MonitorRequest, Task<IResult>> answer) => Map(HttpMethods.Post, route, MonitorRole.Viewer, isChange: true, answer);

    /// <summary>A route that needs no session.</summary>
    public void Open(string method, string route, Func<HttpContext, Task<IResult>> answer) =>
        endpoints.MapMethods(Root + route, [method], (RequestDelegate)(http => ServeAsync(http, answer)));

    private void Map(string method, string route, MonitorRole needed, bool isChange, Func<MonitorRequest, Task<IResult>> answer) => Open(method, route, http =>
    {
        if (access.Identify(http) is not { } caller)
        {
            return Refused(StatusCodes.Status401Unauthorized, "Log in first.");
        }

        return isChange && !access.HasCsrf(http, caller) ? Refused(StatusCodes.Status403Forbidden, "The CSRF token is missing or not this host's: read the session again.", MonitorAccess.CsrfHeader)
            : caller.Role < needed ? Refused(StatusCodes.Status403Forbidden, "A viewer may look at everything and change nothing.")
            : answer(new MonitorRequest(http, caller));
    });

    private async Task ServeAsync(HttpContext http, Func<HttpContext, Task<IResult>> answer)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = SafeHeaders;
        headers["Referrer-Policy"] = "no-referrer";
        IResult result = SiteCheck.IsOwn(http.Request)
            ? await Answering.AnswerAsync(http, answer, logger)
            : Problem.Of(StatusCodes.Status403Forbidden, "The monitor answers only its own page.");
        await result.ExecuteAsync(http);
    }

    private static Task<IResult> Refused(int status, string detail, string? field = null) => Task.FromResult(Problem.Of(status, detail, field));
}
