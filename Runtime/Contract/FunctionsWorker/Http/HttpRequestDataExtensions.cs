using System.Net;
using System.Text;
using System.Text.Json;

namespace Workflows.FunctionsWorker.Http;

/// <summary>Reads requests.</summary>
public static class HttpRequestDataExtensions
{
    /// <summary>Makes an answer with a status.</summary>
    /// <param name="request">The request.</param>
    /// <param name="statusCode">The status.</param>
    public static HttpResponseData CreateResponse(this HttpRequestData request, HttpStatusCode statusCode)
    {
        ArgumentNullException.ThrowIfNull(request);
        HttpResponseData response = request.CreateResponse();
        response.StatusCode = statusCode;
        return response;
    }

    /// <summary>The body as text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="encoding">The encoding; null: UTF-8.</param>
    /// <returns>The text; null when the body is missing.</returns>
    public static string? ReadAsString(this HttpRequestData request, Encoding? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Body is null)
        {
            return null;
        }

        using StreamReader reader = new(request.Body, encoding ?? Encoding.UTF8, leaveOpen: true);
        return reader.ReadToEnd();
    }

    /// <summary>The body as text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="encoding">The encoding; null: UTF-8.</param>
    /// <returns>The text; null when the body is missing.</returns>
    public static async Task<string?> ReadAsStringAsync(this HttpRequestData request, Encoding? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Body is null)
        {
            return null;
        }

        using StreamReader reader = new(request.Body, encoding ?? Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    /// <summary>The body read as JSON.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="JsonException">The body is not JSON of that type.</exception>
    public static ValueTask<T?> ReadFromJsonAsync<T>(this HttpRequestData request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return JsonSerializer.DeserializeAsync<T>(request.Body, WorkerJson.Options, cancellationToken);
    }
}
