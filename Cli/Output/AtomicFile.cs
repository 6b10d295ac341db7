namespace Workflows.Cli.Output;

/// <summary>Writes a file so that a reader sees the old content or the new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes beside the file and renames. A link keeps pointing where it did, and an existing file keeps its permissions. A file that is
    /// there and empty is written in place: it has nothing to lose, and devices and pipes, which must never be replaced, look like that.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="content">All of its content.</param>
    /// <param name="suffix">What makes the temporary name free.</param>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, string suffix)
    {
        string target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        if (IsWrittenInPlace(path, target))
        {
            await using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await file.WriteAsync(content);
            return;
        }

        string temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{suffix}.tmp");
        try
        {
            await using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static bool IsWrittenInPlace(string path, string target) =>
        !OperatingSystem.IsWindows()
        && (target.StartsWith("/dev/", StringComparison.Ordinal)
            || target.StartsWith("/proc/", StringComparison.Ordinal)
            || (File.Exists(path) && new FileInfo(target) is { Exists: true, Length: 0 }));
}
