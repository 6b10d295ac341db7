using System.ClientModel.Primitives;
using System.Net.Http.Headers;

namespace Workflows.Activities.Models;

/// <summary>Reads the <c>Retry-After</c> of a response: seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>No server is waited for longer than this because it says so.</summary>
    public const double LongestSeconds = 3_600;

    /// <summary>The seconds to wait, between 0 and <see cref="LongestSeconds"/>; null when the response does not say or says nonsense.</summary>
    public static double? SecondsOf(PipelineResponse response, DateTimeOffset now)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var text) || !RetryConditionHeaderValue.TryParse(text, out var value))
        {
            return null;
        }

        var wait = value.Delta ?? (value.Date - now);
        return wait is { } time ? Math.Clamp(time.TotalSeconds, 0, LongestSeconds) : null;
    }
}
