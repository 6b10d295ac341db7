using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Http;
using Workflows.Runtime.Host.Monitor.Operations;

namespace Workflows.Runtime.Host.Monitor.Access;

/// <summary>Tells who is here, and logs in and out.</summary>
internal sealed class SessionRoutes(MonitorAccess access, DurableEngine engine, EmbeddedHostOptions options, string hub, AuditLog audit)
{
    /// <summary>Nobody is known yet who sends it.</summary>
    private const int MaxLoginBytes = 16_384;

    private const string Remedy = "Set Workflows:Keys:monitor_operator or monitor_viewer (in the environment Workflows__Keys__monitor_operator) to a text of 16 characters or more, and start the host again.";

    private readonly LoginThrottle _throttle = new(options.Clock);

    public void Map(MonitorApi api)
    {
        api.Open(HttpMethods.Get, "/session", http => Task.FromResult(Tell(access.Identify(http))));
        api.Open(HttpMethods.Post, "/session", LogInAsync);
        api.Open(HttpMethods.Delete, "/session", LogOutAsync);
    }

    private async Task<IResult> LogInAsync(HttpContext http)
    {
        if (!access.WantsKey)
        {
            return Tell(access.Identify(http));
        }

        string address = MonitorAccess.AddressOf(http);
        if (_throttle.WaitOf(address) is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", null);
            return Problem.Of(StatusCodes.Status429TooManyRequests, "Too many keys were tried: wait a minute.");
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxLoginBytes;
        }

        MonitorBody body = await new MonitorRequest(http, Unknown(address)).BodyAsync();
        if (access.LogIn(http, body.NeededText("key"), body.Text("name")) is not { } caller)
        {
            _throttle.Failed(address);
            await audit.NoteAsync(Unknown(address), "login", null, AuditOutcomes.Refused, "The key opens nothing here.");
            return Problem.Of(StatusCodes.Status401Unauthorized, "That key does not open the monitor.", "key");
        }

        await audit.NoteAsync(caller, "login", null, AuditOutcomes.Done, null);
        return Tell(caller);
    }

    private async Task<IResult> LogOutAsync(HttpContext http)
    {
        if (access.Identify(http) is { } caller)
        {
            if (!access.HasCsrf(http, caller))
            {
                return Problem.Of(StatusCodes.Status403Forbidden, "The CSRF token is missing or not this host's: read the session again.", MonitorAccess.CsrfHeader);
            }

            if (access.WantsKey)
            {
                await audit.NoteAsync(caller, "logout", null, AuditOutcomes.Done, null);
            }
        }

        MonitorAccess.LogOut(http);
        return TypedResults.NoContent();
    }

    private static MonitorCaller Unknown(string address) => new("unknown", MonitorRole.Viewer, address, null);

    private IResult Tell(MonitorCaller? caller) => MonitorJson.Of(new SessionAnswer
    {
        Access = access.WantsKey ? "key" : "open",
        LoggedIn = caller is not null,
        Role = caller?.Role switch { MonitorRole.Operator => "operator", MonitorRole.Viewer => "viewer", _ => null },
        Who = caller?.Who,
        Csrf = caller is null ? null : access.CsrfOf(caller),
        Hub = hub,
        TimeScale = options.TimeScale,
        RunsWork = options.RunsWork,
        Now = engine.Core.Now(),
        LoginPossible = access.CanLogIn,
        Remedy = access.WantsKey && !access.CanLogIn ? Remedy : null,
    });
}
