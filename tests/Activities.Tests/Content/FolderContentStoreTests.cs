using Workflows.Activities.Content;

namespace Workflows.Activities.Tests.Content;

public sealed class FolderContentStoreTests : ContentStoreTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-content-").FullName;

    private string Root => Path.Combine(_folder, "data", "content");

    [Fact]
    public async Task Only_the_owner_may_look_into_its_folders()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other permissions: those of the folder above are inherited.");
        }
        else
        {
            await PutAsync(Store(), "a/b/c", "x");

            foreach (string folder in (string[])[Root, Path.Combine(Root, "a"), Path.Combine(Root, "a", "b")])
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            }
        }
    }

    [Fact]
    public async Task Nothing_half_written_is_left_by_a_write_that_was_given_up()
    {
        using CancellationTokenSource given = new();
        await given.CancelAsync();
        await PutAsync(Store(), "a/b", "first");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store().PutAsync("a/b", new byte[1_000], given.Token));

        Assert.Equal(["b"], Directory.EnumerateFileSystemEntries(Path.Combine(Root, "a")).Select(Path.GetFileName));
        Assert.Equal("first", await GetAsync(Store(), "a/b"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_an_error_and_leaves_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "data"), "a file where the folder should be", Stop);

        await Assert.ThrowsAnyAsync<IOException>(() => PutAsync(Store(), "a/b", "x"));
    }

    [Fact]
    public async Task A_folder_is_deleted_also_while_it_is_written_into()
    {
        for (int round = 0; round < 50; round++)
        {
            await PutAsync(Store(), "a/0", "x");
            Task writing = Task.Run(WriteAsync, Stop);
            do
            {
                await Store().DeleteAsync("a/", Stop);
            }
            while (!writing.IsCompleted);
            await writing;
        }

        await Store().DeleteAsync("a/", Stop);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Root));
    }

    [Fact]
    public async Task What_is_put_is_there_for_the_next_process()
    {
        await PutAsync(Store(), "a/b", "x");

        Assert.Equal("x", await GetAsync(new FolderContentStore(Root), "a/b"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Writes some contents; the folder may be deleted under each.</summary>
    private async Task WriteAsync()
    {
        for (int number = 0; number < 10; number++)
        {
            try
            {
                await PutAsync(Store(), $"a/{number}", "x");
            }
            catch (IOException)
            {
                // What it wrote into is gone.
            }
        }
    }

    private protected override IContentStore Store() => new FolderContentStore(Root);
}
