using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflows.Durable.Client;
using Workflows.Runtime.Host.Binding;

namespace Workflows.Runtime.Host.Management;

/// <summary>Reads the parameters of management requests.</summary>
internal static class ManagementQuery
{
    public const string ContinuationHeader = "x-ms-continuation-token";

    private const int MaxTop = 10_000;
    private const int MaxSeconds = 86_400;

    /// <exception cref="RequestFaultException">The value is not a time.</exception>
    public static DateTimeOffset? Time(HttpRequest request, string name) => request.Query[name].ToString() switch
    {
        "" => null,
        { } text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) => time,
        _ => throw new RequestFaultException(name, $"'{name}' must be a time such as 2026-01-31T12:00:00Z."),
    };

    /// <exception cref="RequestFaultException">The value is neither true nor false.</exception>
    public static bool Flag(HttpRequest request, string name, bool absent) => request.Query[name].ToString() switch
    {
        "" => absent,
        { } text when bool.TryParse(text, out bool value) => value,
        _ => throw new RequestFaultException(name, $"'{name}' must be true or false."),
    };

    /// <exception cref="RequestFaultException">The value is not a number of seconds.</exception>
    public static TimeSpan? Seconds(HttpRequest request, string name) => request.Query[name].ToString() switch
    {
        "" => null,
        { } text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value <= MaxSeconds => TimeSpan.FromSeconds(value),
        _ => throw new RequestFaultException(name, $"'{name}' must be a number of seconds, at most {MaxSeconds}."),
    };

    /// <exception cref="RequestFaultException">The value is not a usable number.</exception>
    public static int Top(HttpRequest request) => request.Query["top"].ToString() switch
    {
        "" => OrchestrationQuery.DefaultPageSize,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is > 0 and <= MaxTop => value,
        _ => throw new RequestFaultException("top", $"'top' must be a number from 1 to {MaxTop}."),
    };

    /// <exception cref="RequestFaultException">A value is not a status.</exception>
    public static IReadOnlyList<OrchestrationRuntimeStatus>? Statuses(HttpRequest request)
    {
        string[] texts = request.Query["runtimeStatus"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return texts.Length == 0 ? null : [.. texts.Select(Status)];
    }

    public static string? Continuation(HttpRequest request) =>
        request.Headers[ContinuationHeader].ToString() is { Length: > 0 } token ? token : null;

    private static OrchestrationRuntimeStatus Status(string text) =>
        char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out OrchestrationRuntimeStatus status)
            ? status
            : throw new RequestFaultException("runtimeStatus", $"'runtimeStatus' holds an unknown status; known are {string.Join(", ", Enum.GetNames<OrchestrationRuntimeStatus>())}.");
}
