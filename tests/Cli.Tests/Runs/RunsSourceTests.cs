using Microsoft.Extensions.Hosting;
using Moq;
using Workflows.Cli.Runs;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Cli.Tests.Runs;

public sealed class RunsSourceTests
{
    [Fact]
    public async Task Looking_into_a_folder_without_a_data_file_starts_no_host()
    {
        using TestCli cli = new();
        FakeHosts hosts = new();

        Assert.Null(await Source(hosts).OpenForReadingAsync(new RunTarget { DataFolder = cli.Folder }, TestContext.Current.CancellationToken));

        Assert.Empty(hosts.Wanted);
    }

    [Fact]
    public async Task A_data_file_in_use_names_the_way_around_it_and_leaves_no_host_behind()
    {
        using TestCli cli = new();
        cli.File("workflows.db", "");
        Mock<IHost> host = new();
        host.Setup(one => one.StartAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new JournalException("It is in use.", new IOException()));

        CliException error = await Assert.ThrowsAsync<CliException>(
            () => Source(new FakeHosts(host.Object)).OpenForReadingAsync(new RunTarget { DataFolder = cli.Folder }, TestContext.Current.CancellationToken));

        Assert.Equal("It is in use. A server that has it open can be asked with --server URL.", error.Message);
        host.Verify(one => one.Dispose(), Times.Once);
    }

    private static RunsSource Source(FakeHosts hosts) => new(hosts, TimeProvider.System, null);
}
