namespace Workflows.Cli.Inputs;

/// <summary>Reads files and streams up to a size, with errors for people.</summary>
internal static class BoundedFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What the file was named as, to begin an error with.</param>
    /// <param name="maxBytes">The most it may have.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="CliException">It cannot be read, or is larger.</exception>
    public static async Task<byte[]> ReadAsync(string path, string what, int maxBytes, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw CliException.BadUsage($"{what}: name a file");
        }

        if (Directory.Exists(path))
        {
            throw CliException.BadUsage($"{what}: {path} is a folder; name a file");
        }

        try
        {
            // A named pipe is opened only once somebody writes to it, and that cannot be cancelled: so the wait for it is.
            await using FileStream stream = await Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), CancellationToken.None).WaitAsync(cancellation);
            return await ReadAsync(stream, $"{what}: {path}", maxBytes, cancellation);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CliException.BadUsage($"{what}: there is no file {path}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw CliException.BadUsage($"{what}: {path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="CliException">It is larger.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, string what, int maxBytes, CancellationToken cancellation)
    {
        using MemoryStream content = new();
        byte[] buffer = new byte[81920];
        int read;
        // A pipe's read cannot be cancelled on every system, so the wait for it is.
        while ((read = await stream.ReadAsync(buffer, cancellation).AsTask().WaitAsync(cancellation)) > 0)
        {
            if (content.Length + read > maxBytes)
            {
                throw CliException.BadUsage($"{what} is larger than {maxBytes / (1024 * 1024)} MB");
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
