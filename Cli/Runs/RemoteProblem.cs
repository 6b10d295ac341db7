using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Cli.Runs;

/// <summary>What a server's refusal says: <c>application/problem+json</c>, or only a status.</summary>
internal sealed record RemoteProblem
{
    private const string MediaType = "application/problem+json";

    public string? Title { get; init; }

    public string? Detail { get; init; }

    public Dictionary<string, string[]>? Errors { get; init; }

    /// <summary>True when the answer explains itself, as a Workflows server's refusals do.</summary>
    public static bool IsProblem(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType == MediaType;

    /// <summary>The error that an answer stands for.</summary>
    public static async Task<CliException> OfAsync(HttpResponseMessage response, Uri server, CancellationToken cancellation)
    {
        int status = (int)response.StatusCode;
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return CliException.Failed($"{server} wants a key: put it into the environment variable {RemoteReviewRuns.KeyVariable}");
        }

        if (status is >= 300 and < 400)
        {
            return CliException.Failed($"{server} redirects to {response.Headers.Location}; give --server the address itself");
        }

        string? said = await SaidAsync(response, cancellation);
        return status switch
        {
            400 or 413 or 422 => CliException.BadUsage($"{server} refuses the request: {said ?? $"status {status}"}"),
            404 or 405 when said is null => CliException.Failed($"there is no Workflows server at {server} (status {status}); is the address right?"),
            _ => CliException.Failed($"{server} answered with status {status}{(said is null ? "" : $": {said}")}"),
        };
    }

    /// <summary>What an answer says for itself; null: nothing.</summary>
    public static async Task<string?> SaidAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!IsProblem(response))
        {
            return null;
        }

        try
        {
            return (await response.Content.ReadFromJsonAsync<RemoteProblem>(cancellation))?.Text();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? Text() => Errors is { Count: > 0 }
        ? string.Join("; ", Errors.Select(error => $"{error.Key}: {string.Join(" ", error.Value ?? [])}"))
        : Detail ?? Title;
}
