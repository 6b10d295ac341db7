using Microsoft.Extensions.Hosting;

namespace Workflows.Activities.Models;

/// <summary>
/// When this process began to work, by the injected clock. A lease older than this was given to an earlier process, which may have
/// used it. As a hosted service it is made before any other service starts, so before the first lease.
/// </summary>
public sealed class ProcessStart(TimeProvider time) : IHostedService
{
    /// <summary>The time of the start, cut to milliseconds as leases are: else a lease of the same moment would count as older.</summary>
    public DateTimeOffset At { get; } = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
