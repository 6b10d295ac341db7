using System.Text;
using System.Text.Json;

namespace Workflows.FunctionsWorker.Http;

/// <summary>Writes answers.</summary>
public static class HttpResponseDataExtensions
{
    /// <summary>Writes text to the body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="value">The text.</param>
    /// <param name="encoding">The encoding; null: UTF-8.</param>
    public static void WriteString(this HttpResponseData response, string value, Encoding? encoding = null)
        => WriteBytes(response, (encoding ?? Encoding.UTF8).GetBytes(value));

    /// <summary>Writes text to the body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="value">The text.</param>
    /// <param name="encoding">The encoding; null: UTF-8.</param>
    public static Task WriteStringAsync(this HttpResponseData response, string value, Encoding? encoding = null)
        => WriteStringAsync(response, value, CancellationToken.None, encoding);

    /// <summary>Writes text to the body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="value">The text.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <param name="encoding">The encoding; null: UTF-8.</param>
    public static Task WriteStringAsync(
        this HttpResponseData response,
        string value,
        CancellationToken cancellationToken,
        Encoding? encoding = null)
        => WriteBytesAsync(response, (encoding ?? Encoding.UTF8).GetBytes(value), cancellationToken);

    /// <summary>Writes bytes to the body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="value">The bytes.</param>
    public static void WriteBytes(this HttpResponseData response, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(value);
        response.Body.Write(value);
    }

    /// <summary>Writes bytes to the body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="value">The bytes.</param>
    public static Task WriteBytesAsync(this HttpResponseData response, byte[] value) => WriteBytesAsync(response, value, CancellationToken.None);

    /// <summary>Writes bytes to the body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="value">The bytes.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static Task WriteBytesAsync(this HttpResponseData response, byte[] value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(value);
        return response.Body.WriteAsync(value, cancellationToken).AsTask();
    }

    /// <summary>Writes a value as JSON, with the content type <c>application/json; charset=utf-8</c>.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="response">The answer.</param>
    /// <param name="instance">The value.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static ValueTask WriteAsJsonAsync<T>(this HttpResponseData response, T instance, CancellationToken cancellationToken = default)
        => WriteAsJsonAsync(response, instance, "application/json; charset=utf-8", cancellationToken);

    /// <summary>Writes a value as JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="response">The answer.</param>
    /// <param name="instance">The value.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async ValueTask WriteAsJsonAsync<T>(
        this HttpResponseData response,
        T instance,
        string contentType,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.Remove("Content-Type");
        response.Headers.Add("Content-Type", contentType);
        await JsonSerializer.SerializeAsync(response.Body, instance, WorkerJson.Options, cancellationToken);
    }
}
