using System.ClientModel.Primitives;

namespace Workflows.Activities.Models;

/// <summary>Reads the body of a response up to a limit, whatever its length claims to be.</summary>
internal static class BoundedBody
{
    private const int Piece = 64 * 1024;

    /// <summary>The body, or null when it is longer than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(PipelineResponse response, int limit, CancellationToken cancellationToken)
    {
        if (response.ContentStream is not { } content)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        // The package reads what is left of a stream when it disposes a response: the stream is taken away from it.
        response.ContentStream = null;
        await using var stream = content;
        using var body = new MemoryStream();
        var piece = new byte[Piece];
        int read;
        while ((read = await stream.ReadAsync(piece, cancellationToken)) > 0)
        {
            if (body.Length + read > limit)
            {
                return null;
            }

            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }
}
