using Microsoft.AspNetCore.Http;

namespace Workflows.Functions.Http;

/// <summary>Reads a request's body, never more than it may have.</summary>
internal static class RequestBody
{
    /// <summary>The whole body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The most bytes it may have.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidRequestException">It is larger.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        using MemoryStream body = new();
        byte[] buffer = new byte[81920];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > maxBytes)
            {
                throw new InvalidRequestException("body", $"The body is larger than {maxBytes / (1024 * 1024)} MB.");
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
