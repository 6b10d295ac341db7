using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Http;

/// <summary>Who may call what. Without keys everything is open, to this machine alone.</summary>
internal sealed class FunctionKeys(EmbeddedHostOptions options)
{
    public const string MonitorViewer = "monitor_viewer";

    private const string MonitorOperator = "monitor_operator";
    private const string Master = "_master";
    private const string Extension = "durabletask_extension";
    private const string Metrics = "metrics";
    private const string Bearer = "Bearer ";

    private static readonly string[] OfMonitor = [Master, MonitorOperator, MonitorViewer];
    private static readonly string[] OfOneDoor = [Extension, Metrics, MonitorViewer, MonitorOperator];

    private readonly Dictionary<string, byte[]> _keys = options.Keys.ToDictionary(
        pair => pair.Key, pair => SHA256.HashData(Encoding.UTF8.GetBytes(pair.Value)), StringComparer.OrdinalIgnoreCase);

    public bool AreSet => _keys.Count > 0;

    /// <summary>Whether any of the keys opens the monitor.</summary>
    public bool OpenMonitor => Array.Exists(OfMonitor, _keys.ContainsKey);

    /// <summary>The key that management addresses carry; null without keys.</summary>
    public string? SystemKey => options.Keys.TryGetValue(Extension, out string? key) ? key : null;

    public bool AllowFunction(HttpRequest request, string function, AuthorizationLevel level, Func<string, bool> isFunction) =>
        !AreSet || level == AuthorizationLevel.Anonymous || Presented(request) is { } key && level switch
        {
            AuthorizationLevel.Admin => Is(Master, key),
            AuthorizationLevel.System => Is(Master, key) || Is(Extension, key),
            _ => _keys.Keys.Any(name => (name.Equals(function, StringComparison.OrdinalIgnoreCase) || name.Equals(Master, StringComparison.OrdinalIgnoreCase) || (!IsOfOneDoor(name) && !isFunction(name))) && Is(name, key)),
        };

    public bool AllowManagement(HttpRequest request) => !AreSet || (Presented(request) is { } key && (Is(Master, key) || Is(Extension, key)));

    /// <summary>The key may also come as a bearer token: so Prometheus sends it.</summary>
    public bool AllowMetrics(HttpRequest request) => !AreSet || ((Presented(request) ?? Token(request)) is { } key && (Is(Master, key) || Is(Metrics, key)));

    /// <summary>The name of the key that was presented to the monitor; null: it opens nothing there.</summary>
    public string? MonitorKeyOf(string key)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        return Array.Find(OfMonitor, name => Is(name, hash));
    }

    /// <summary>The hash of a key; null: there is none of that name.</summary>
    public byte[]? HashOf(string name) => _keys.GetValueOrDefault(name);

    private static bool IsOfOneDoor(string name) => Array.Exists(OfOneDoor, door => name.Equals(door, StringComparison.OrdinalIgnoreCase));

    private bool Is(string name, byte[] key) => _keys.TryGetValue(name, out byte[]? expected) && CryptographicOperations.FixedTimeEquals(expected, key);

    private static byte[]? Token(HttpRequest request) => request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        ? SHA256.HashData(Encoding.UTF8.GetBytes(header[Bearer.Length..].Trim()))
        : null;

    private static byte[]? Presented(HttpRequest request)
    {
        string? key = request.Headers.TryGetValue("x-functions-key", out Microsoft.Extensions.Primitives.StringValues header) && header.Count == 1
            ? header[0]
            : request.Query["code"].ToString();
        return string.IsNullOrEmpty(key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));
    }
}
