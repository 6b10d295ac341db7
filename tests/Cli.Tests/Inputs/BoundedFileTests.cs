using System.Diagnostics;
using Workflows.Cli.Inputs;

namespace Workflows.Cli.Tests.Inputs;

public sealed class BoundedFileTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cli-tests-");

    [Fact]
    public async Task The_wait_for_the_writer_of_a_named_pipe_can_be_stopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        string pipe = Path.Combine(_folder.FullName, "pipe.md");
        using Process making = Process.Start("mkfifo", [pipe]);
        await making.WaitForExitAsync(TestContext.Current.CancellationToken);
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();

        Task<byte[]> reading = Task.Run(() => BoundedFile.ReadAsync(pipe, "--evidence", 1_000, stop.Token), TestContext.Current.CancellationToken);
        try
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Patience, TestContext.Current.CancellationToken));
        }
        finally
        {
            // Lets the thread go that waits for a writer.
            await using FileStream writer = new(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
