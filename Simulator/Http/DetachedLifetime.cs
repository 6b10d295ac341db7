namespace Workflows.Simulator.Http;

/// <summary>Leaves the process's signals alone: the simulator is a guest in its process.</summary>
internal sealed class DetachedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
