using Microsoft.Extensions.Hosting;

namespace Workflows.Planner.Running;

/// <summary>Leaves signals to the program.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
