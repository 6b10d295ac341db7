using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using Workflows.Cli.Hosting;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Tests.Commands;

public sealed class KeyCommandTests
{
    private const string Secret = "the newest of its secrets";

    private readonly ConsultationOptions _options = new() { Clients = { ["centerlink"] = new() { Secrets = [Secret, "an older one of its secrets"] } } };
    private readonly Mock<IHost> _host = new();
    private readonly FakeHosts _hosts;

    public KeyCommandTests()
    {
        _host.Setup(host => host.Services).Returns(new ServiceCollection().AddSingleton(Options.Create(_options)).BuildServiceProvider());
        _hosts = new FakeHosts(_host.Object);
    }

    [Fact]
    public async Task The_key_is_alone_on_standard_output_and_holds_now()
    {
        using TestCli cli = new() { Hosts = _hosts };

        Assert.Equal(ExitCode.Done, await cli.RunAsync("key", "centerlink"));

        Assert.Equal("", cli.Error);
        Assert.Equal("centerlink", new BoundKeys(_options).Check(cli.Output.TrimEnd('\n'), cli.Time.GetUtcNow()));
    }

    [Fact]
    public async Task The_first_secret_signs()
    {
        using TestCli cli = new() { Hosts = _hosts };

        await cli.RunAsync("key", "centerlink");

        Assert.Equal(BoundKeys.Make("centerlink", Secret, cli.Time.GetUtcNow()) + "\n", cli.Output);
    }

    [Fact]
    public async Task Nothing_is_started_for_it()
    {
        using TestCli cli = new() { Hosts = _hosts };

        await cli.RunAsync("key", "centerlink");

        Assert.Equal(new HostSettings { DataFolder = ".workflows", RunsWork = false }, Assert.Single(_hosts.Wanted));
        _host.Verify(host => host.StartAsync(It.IsAny<CancellationToken>()), Times.Never);
        _host.Verify(host => host.Dispose(), Times.Once);
    }

    [Fact]
    public async Task A_client_that_is_not_configured_is_refused_with_the_setting_that_it_lacks()
    {
        using TestCli cli = new() { Hosts = _hosts };

        string refusal = await cli.RefusalAsync("key", "nobody");

        Assert.Contains("Consultations__Clients__nobody__Secrets__0", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_client_it_says_how_it_is_used()
    {
        using TestCli cli = new();

        Assert.EndsWith("see: workflows key --help", await cli.RefusalAsync("key"), StringComparison.Ordinal);
    }
}
