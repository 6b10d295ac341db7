using Microsoft.Extensions.Hosting;
using Workflows.Cli.Hosting;

namespace Workflows.Cli.Tests;

/// <summary>Hands out one host, and remembers what was wanted.</summary>
internal sealed class FakeHosts(IHost? host = null) : IHostFactory
{
    public List<HostSettings> Wanted { get; } = [];

    public IHost Create(HostSettings settings)
    {
        Wanted.Add(settings);
        return host ?? throw new InvalidOperationException("No host is needed here.");
    }
}
