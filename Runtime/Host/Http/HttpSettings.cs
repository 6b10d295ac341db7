using Workflows.Runtime.Host.Configuration;

namespace Workflows.Runtime.Host.Http;

/// <summary>What host.json says of HTTP functions (<c>extensions.http</c>).</summary>
/// <param name="RoutePrefix">Before the route of every HTTP function; may be empty.</param>
/// <param name="MaxOutstandingRequests">How many requests may run or wait; more are answered 429. Null: no limit.</param>
/// <param name="MaxConcurrentRequests">How many run at once; more wait. Null: no limit.</param>
/// <param name="CustomHeaders">Headers of every answer of a function.</param>
internal sealed record HttpSettings(
    string RoutePrefix, int? MaxOutstandingRequests, int? MaxConcurrentRequests, IReadOnlyList<KeyValuePair<string, string>> CustomHeaders)
{
    private const string DefaultPrefix = "api";

    /// <exception cref="HostStartException">A value cannot be used; the message names it.</exception>
    public static HttpSettings Read(HostJsonReader json) => new(
        Prefix(json),
        Limit(json, "maxOutstandingRequests"),
        Limit(json, "maxConcurrentRequests"),
        [.. json.Children("customHeaders").Select(header => KeyValuePair.Create(header.Key, HeaderValue(json, header.Key, header.Value)))]);

    private static string Prefix(HostJsonReader json)
    {
        string prefix = (json.Raw("routePrefix") ?? DefaultPrefix).Trim('/');
        return prefix.Any("{}?#*\\ %".Contains) || prefix.Contains("//", StringComparison.Ordinal)
            ? throw json.Fault("routePrefix", prefix, "the literal beginning of a path, or empty")
            : prefix;
    }

    private static int? Limit(HostJsonReader json, string name) => json.Count(name, -1) switch
    {
        null or -1 => null,
        0 => throw json.Fault(name, "0", "above 0, or -1 for no limit"),
        { } limit => limit,
    };

    private static string HeaderValue(HostJsonReader json, string name, string? value) =>
        value is not null && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && value.All(c => c is >= ' ' and <= '~')
            ? value
            : throw json.Fault($"customHeaders.{name}", value ?? string.Empty, "a header's name and its text in ASCII");
}
