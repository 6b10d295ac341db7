using Workflows.Cli.Output;

namespace Workflows.Cli.Tests.Output;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cli-tests-");

    private string Target => Path.Combine(_folder.FullName, "report.txt");

    [Fact]
    public async Task The_file_has_the_content_and_nothing_else_is_left()
    {
        await File.WriteAllTextAsync(Target, "a much longer old content", TestContext.Current.CancellationToken);

        await AtomicFile.WriteAsync(Target, "new"u8.ToArray(), "x");

        Assert.Equal("new", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task A_write_that_fails_leaves_the_old_content_and_no_rest()
    {
        Directory.CreateDirectory(Target);
        await File.WriteAllTextAsync(Path.Combine(Target, "inside"), "", TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<SystemException>(() => AtomicFile.WriteAsync(Target, "new"u8.ToArray(), "x"));

        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task A_device_is_written_to_and_not_replaced()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "This system has no /dev/null.");
        string link = Path.Combine(_folder.FullName, "nowhere");
        File.CreateSymbolicLink(link, "/dev/null");

        await AtomicFile.WriteAsync(link, "content"u8.ToArray(), "x");

        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Empty(await File.ReadAllBytesAsync("/dev/null", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_empty_file_is_written_in_place()
    {
        await File.WriteAllTextAsync(Target, "", TestContext.Current.CancellationToken);
        await using FileStream before = new(Target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

        await AtomicFile.WriteAsync(Target, "new"u8.ToArray(), "x");

        Assert.Equal(3, before.Length);
    }

    [Fact]
    public async Task A_link_keeps_pointing_where_it_did()
    {
        string real = Path.Combine(_folder.FullName, "real.txt");
        await File.WriteAllTextAsync(real, "old", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Target, real);

        await AtomicFile.WriteAsync(Target, "new"u8.ToArray(), "x");

        Assert.Equal(real, File.ResolveLinkTarget(Target, true)?.FullName);
        Assert.Equal("new", await File.ReadAllTextAsync(real, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_existing_file_keeps_its_permissions()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions.");
        await File.WriteAllTextAsync(Target, "old", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Target, UnixFileMode.UserRead | UnixFileMode.UserWrite);

            await AtomicFile.WriteAsync(Target, "new"u8.ToArray(), "x");

            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
