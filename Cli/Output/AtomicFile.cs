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
        string target = TargetOf(path);
        if (IsWrittenInPlace(path, target))
        {
            await using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await file.WriteAsync(content);
            return;
        }

        string temporary = Temporary(target, suffix);
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

    /// <summary>Tries whether a file can be written by <see cref="WriteAsync"/>: makes the file beside and takes it away. What is written in place is not tried, since a pipe would wait for its reader.</summary>
    /// <param name="path">The file.</param>
    /// <param name="suffix">What makes the temporary name free.</param>
    public static void Try(string path, string suffix)
    {
        string target = TargetOf(path);
        if (!IsWrittenInPlace(path, target))
        {
            string temporary = Temporary(target, suffix);
            using (new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
            }

            File.Delete(temporary);
        }
    }

    private static string TargetOf(string path) => new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    private static string Temporary(string target, string suffix) => Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{suffix}.tmp");

    private static bool IsWrittenInPlace(string path, string target) =>
        !OperatingSystem.IsWindows()
        && (target.StartsWith("/dev/", StringComparison.Ordinal)
            || target.StartsWith("/proc/", StringComparison.Ordinal)
            || (File.Exists(path) && new FileInfo(target) is { Exists: true, Length: 0 }));
}
