using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using Workflows.Cli.Hosting;
using Workflows.Runtime.Host;

namespace Workflows.Cli.Tests.Commands;

public sealed class ServeCommandTests
{
    private readonly Mock<IHostFactory> _hosts = new();
    private readonly Mock<IHost> _host = new();
    private HostSettings? _settings;

    public ServeCommandTests()
    {
        _host.Setup(host => host.Services).Returns(new ServiceCollection().BuildServiceProvider());
        _hosts.Setup(factory => factory.Create(It.IsAny<HostSettings>())).Callback<HostSettings>(settings => _settings = settings).Returns(_host.Object);
    }

    [Fact]
    public async Task It_serves_until_it_is_stopped()
    {
        using TestCli cli = new() { Hosts = _hosts.Object };
        _host.Setup(host => host.StartAsync(It.IsAny<CancellationToken>())).Callback(cli.Stop).Returns(Task.CompletedTask);

        Assert.Equal(ExitCode.Done, await cli.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--data", cli.Folder, "--time-scale", "20"));

        Assert.Equal(new HostSettings { DataFolder = cli.Folder, ServeHttp = true, Urls = "http://127.0.0.1:0", TimeScale = 20 }, _settings);
        Assert.Contains($"data in {cli.Folder}", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("", cli.Output);
        _host.Verify(host => host.StopAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_host_that_cannot_start_is_one_line_and_answers_1()
    {
        using TestCli cli = new() { Hosts = _hosts.Object };
        _host.Setup(host => host.StartAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new HostStartException("The port is in use."));

        Assert.Equal(ExitCode.Failed, await cli.RunAsync("serve"));

        Assert.Equal("workflows: The port is in use.", Assert.Single(cli.ErrorLines));
        _host.Verify(host => host.Dispose(), Times.Once);
    }
}
