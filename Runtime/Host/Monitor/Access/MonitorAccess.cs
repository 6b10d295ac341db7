using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Workflows.Runtime.Host.Http;

namespace Workflows.Runtime.Host.Monitor.Access;

/// <summary>Who may use the monitor. Without keys everybody on this machine; with keys, who presents one or has logged in with one.</summary>
/// <param name="keys">The host's keys.</param>
/// <param name="clock">The real clock.</param>
internal sealed class MonitorAccess(FunctionKeys keys, TimeProvider clock)
{
    public const string Cookie = "workflows_monitor";
    public const string CsrfHeader = "X-Monitor-Csrf";

    private const string CookiePath = "/monitor";
    private const string Local = "local";
    private const string KeyHeader = "x-functions-key";
    private const int MaxNameLength = 64;
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    private readonly byte[] _csrfKey = RandomNumberGenerator.GetBytes(32);
    private readonly SessionSeal _seal = new(keys, clock);

    /// <summary>True when keys are set: who is here must have shown one.</summary>
    public bool WantsKey => keys.AreSet;

    /// <summary>Whether anybody can log in.</summary>
    public bool CanLogIn => keys.AreSet && keys.OpenMonitor;

    /// <summary>Who sent a request; null: nobody who is known.</summary>
    public MonitorCaller? Identify(HttpContext http)
    {
        string from = AddressOf(http);
        if (!keys.AreSet)
        {
            return new MonitorCaller(Local, MonitorRole.Operator, from, Local);
        }

        if (http.Request.Headers[KeyHeader] is [string key])
        {
            return keys.MonitorKeyOf(key) is { } name ? new MonitorCaller(name, RoleOf(name), from, null) : null;
        }

        return _seal.Read(http.Request.Cookies[Cookie]) is { } ticket ? new MonitorCaller(ticket.Who, RoleOf(ticket.Key), from, ticket.Nonce) : null;
    }

    /// <summary>The token that each change of a caller carries; null for who needs none.</summary>
    public string? CsrfOf(MonitorCaller caller) =>
        caller.Nonce is { } nonce ? Base64Url.EncodeToString(HMACSHA256.HashData(_csrfKey, Encoding.UTF8.GetBytes(nonce))) : null;

    /// <summary>Whether a change comes from the monitor's own page.</summary>
    public bool HasCsrf(HttpContext http, MonitorCaller caller) => CsrfOf(caller) is not { } expected
        || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(http.Request.Headers[CsrfHeader].ToString()));

    /// <summary>Opens a session for who has shown a key.</summary>
    /// <returns>Who that is; null: the key opens nothing here.</returns>
    public MonitorCaller? LogIn(HttpContext http, string key, string? name)
    {
        if (keys.MonitorKeyOf(key) is not { } opened)
        {
            return null;
        }

        string who = Clean(name) is { Length: > 0 } given ? given : opened;
        SessionTicket ticket = new(opened, who, (clock.GetUtcNow() + SessionLength).ToUnixTimeSeconds(), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)));
        http.Response.Cookies.Append(Cookie, _seal.Write(ticket), CookieOf(http, SessionLength));
        return new MonitorCaller(who, RoleOf(opened), AddressOf(http), ticket.Nonce);
    }

    public static void LogOut(HttpContext http) => http.Response.Cookies.Delete(Cookie, CookieOf(http, null));

    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? Local;

    private static CookieOptions CookieOf(HttpContext http, TimeSpan? length) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = CookiePath,
        MaxAge = length,
        Secure = http.Request.IsHttps || http.Request.Headers["X-Forwarded-Proto"].ToString().Equals("https", StringComparison.OrdinalIgnoreCase),
    };

    private static MonitorRole RoleOf(string key) => key.Equals(FunctionKeys.MonitorViewer, StringComparison.OrdinalIgnoreCase) ? MonitorRole.Viewer : MonitorRole.Operator;

    private static string Clean(string? name)
    {
        string clean = new([.. (name ?? string.Empty).Where(c => !char.IsControl(c))]);
        return clean.Trim() is { Length: > MaxNameLength } longer ? longer[..MaxNameLength] : clean.Trim();
    }
}
