using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Debate;
using Workflows.Orchestrations.Debate;
using Workflows.Runtime.Host;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Functions.Hosting;

/// <summary>Shows in the figures how the rollout stands as soon as a host has started, and not only when the next debate asks it.</summary>
internal sealed partial class RolloutStart(
    DurableTaskClient client, RolloutMonitor monitor, IOptions<DebateOptions> options, EmbeddedHostOptions host, ILogger<RolloutStart> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The engine runs by now.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!host.RunsWork || !options.Value.Rollout.Enabled)
        {
            return;
        }

        try
        {
            var entity = await client.Entities.GetEntityAsync<RolloutState>(DebateRollout.Id, cancellationToken);
            RolloutState state = entity is { IncludesState: true } ? entity.State : new RolloutState();
            monitor.Found(state, new RolloutRules(state, options.Value.Rollout, host.Clock.GetUtcNow()).Share);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotFound(e);
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 2303, Level = LogLevel.Warning, Message = "How the rollout of debates stands could not be read; its figures are missing until the next debate asks it.")]
    private partial void LogNotFound(Exception exception);
}
