using System.Security.Cryptography;

namespace Workflows.Activities.Content;

/// <summary>Content in files below a folder, which only its owner may read. A file is there as a whole or not at all, also when the process or the machine stops.</summary>
/// <param name="root">The folder; it is made when it is not there.</param>
public sealed class FolderContentStore(string root) : IContentStore
{
    private const int MostAttempts = 100;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <inheritdoc/>
    public async Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        string path = PathOf(key);
        string folder = Path.GetDirectoryName(path)!;
        MakeFolder(folder);

        // Of two that write the same key at once each has a file of its own, and the later one stays.
        string partial = Path.Combine(folder, $".{RandomNumberGenerator.GetHexString(16)}");
        try
        {
            await using (FileStream file = new(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(key), cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string folder, CancellationToken cancellationToken)
    {
        ContentKey.CheckFolder(folder);
        string path = Path.Combine(root, folder);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // Not there, or not any more.
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                // Somebody wrote into it after its files were deleted and before it was.
                continue;
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>One by one from the root on: those that are made on the way to another would have the usual permissions.</summary>
    private void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (folder.Length > root.Length)
        {
            MakeFolder(Path.GetDirectoryName(folder)!);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Private);
        }
    }

    private string PathOf(string key)
    {
        ContentKey.Check(key);
        return Path.Combine(root, key);
    }
}
