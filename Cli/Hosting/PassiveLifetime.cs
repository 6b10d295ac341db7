using Microsoft.Extensions.Hosting;

namespace Workflows.Cli.Hosting;

/// <summary>Leaves signals to the command: <see cref="StopSignal"/> decides what Ctrl-C means, not the host.</summary>
internal sealed class PassiveLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
