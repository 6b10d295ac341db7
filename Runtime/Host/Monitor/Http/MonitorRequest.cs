using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Management;
using Workflows.Runtime.Host.Monitor.Access;

namespace Workflows.Runtime.Host.Monitor.Http;

/// <summary>A request to the monitor: who sent it, and its parameters. What cannot be used is a fault that names it.</summary>
internal sealed class MonitorRequest(HttpContext http, MonitorCaller caller)
{
    private const int MaxReason = 1000;

    public HttpContext Http => http;

    public MonitorCaller Caller => caller;

    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>A part of the route. A slash stands in it as %2F, which routing leaves as it is.</summary>
    public string Route(string name) => ((string)http.Request.RouteValues[name]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="RequestFaultException">It is no number from 1 on.</exception>
    public long RouteNumber(string name) =>
        long.TryParse(Route(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 ? number : throw new RequestFaultException(name, $"'{name}' must be a number.");

    public string? Text(string name) => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A parameter that may be repeated and may hold several values, separated by commas.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        StringValues given = http.Request.Query[name];
        List<string> texts = [.. given.SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        return texts.Count == 0 ? null : texts;
    }

    public DateTimeOffset? Time(string name) => ManagementQuery.Time(http.Request, name);

    public bool Flag(string name, bool absent) => ManagementQuery.Flag(http.Request, name, absent);

    /// <exception cref="RequestFaultException">The value is no number in the range.</exception>
    public long Number(string name, long absent, long least, long most) => Text(name) switch
    {
        null => absent,
        { } text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value >= least && value <= most => value,
        _ => throw new RequestFaultException(name, $"'{name}' must be a number from {least} to {most}."),
    };

    public int Top(int absent, int most) => (int)Number("top", absent, 1, most);

    /// <exception cref="RequestFaultException">The value is none of the enum's names.</exception>
    public T Choice<T>(string name, T absent)
        where T : struct, Enum => Text(name) is { } text ? ChoiceOf<T>(name, text) : absent;

    /// <exception cref="RequestFaultException">The text is none of the enum's names.</exception>
    public static T ChoiceOf<T>(string name, string text)
        where T : struct, Enum =>
        char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out T value)
            ? value
            : throw new RequestFaultException(name, $"'{name}' must be one of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>True for <c>order=desc</c>.</summary>
    public bool Descending(bool absent) => Text("order") switch
    {
        null => absent,
        "desc" => true,
        "asc" => false,
        _ => throw new RequestFaultException("order", "'order' must be asc or desc."),
    };

    /// <summary>The body, a JSON object.</summary>
    /// <exception cref="RequestFaultException">It is none, or not declared as JSON.</exception>
    public async Task<MonitorBody> BodyAsync()
    {
        if (!http.Request.HasJsonContentType())
        {
            throw new RequestFaultException("Content-Type", "The body must be a JSON object with the content type application/json.");
        }

        JsonElement body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: Aborted);
        return body.ValueKind == JsonValueKind.Object ? new MonitorBody(body) : throw new RequestFaultException("body", "The body must be a JSON object.");
    }

    /// <exception cref="RequestFaultException">The reason is too long.</exception>
    public static string? Reason(MonitorBody body) =>
        body.Text("reason") is { Length: > MaxReason } ? throw new RequestFaultException("reason", $"'reason' must not be longer than {MaxReason} characters.") : body.Text("reason");
}
