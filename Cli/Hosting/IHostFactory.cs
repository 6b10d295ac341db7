using Microsoft.Extensions.Hosting;

namespace Workflows.Cli.Hosting;

/// <summary>Builds hosts that run in this process.</summary>
internal interface IHostFactory
{
    /// <summary>Builds a host; it does nothing until it is started.</summary>
    IHost Create(HostSettings settings);
}
