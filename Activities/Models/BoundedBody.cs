using System.ClientModel.Primitives;

namespace Workflows.Activities.Models;

/// <summary>Reads the body of a response up to a limit, whatever its length claims to be.</summary>
internal static class BoundedBody
{
    private const int Piece = 64 * 1024;

    /// <summary>The body up to the limit, and whether that is all of it.</summary>
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool IsWhole)> ReadAsync(PipelineResponse response, int limit, CancellationToken cancellationToken)
    {
        if (response.ContentStream is not { } content)
        {
            return (ReadOnlyMemory<byte>.Empty, true);
        }

        // The package reads what is left of a stream when it disposes a response: the stream is taken away from it.
        response.ContentStream = null;
        await using var stream = content;
        using var body = new MemoryStream();
        var piece = new byte[Piece];
        int read;
        while ((read = await stream.ReadAsync(piece, cancellationToken)) > 0)
        {
            var room = limit - (int)body.Length;
            body.Write(piece, 0, Math.Min(read, room));
            if (read > room)
            {
                return (body.ToArray(), false);
            }
        }

        return (body.ToArray(), true);
    }
}
