namespace Workflows.Simulator.Http;

/// <summary>Reads bodies up to the simulator's limit.</summary>
internal static class BoundedBody
{
    /// <summary>The body, or null when it is larger than <see cref="SimulatorRequest.LargestBody"/>; a body announced as larger is not read at all.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, long? announced, CancellationToken cancellationToken)
    {
        if (announced > SimulatorRequest.LargestBody)
        {
            return null;
        }

        using var body = new MemoryStream((int)(announced ?? 0));
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > SimulatorRequest.LargestBody)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
