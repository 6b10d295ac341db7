using Microsoft.Extensions.Options;
using Workflows.Orchestrations.Debate;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Functions.Debate;

/// <summary>What operators do with the rollout.</summary>
/// <param name="options">The settings.</param>
/// <param name="time">The clock.</param>
public sealed class RolloutDesk(IOptions<DebateOptions> options, TimeProvider time)
{
    private const string Prefix = "rollout-change-";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>How the rollout stands.</summary>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RolloutView> LookAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var entity = await client.Entities.GetEntityAsync<RolloutState>(DebateRollout.Id, cancellationToken);
        return RolloutView.Of(entity is { IncludesState: true } ? entity.State : null, options.Value.Rollout);
    }

    /// <summary>Changes the rollout and waits until that is done or refused. The same change under the same id is done once within a day.</summary>
    /// <param name="client">The client.</param>
    /// <param name="change">The change.</param>
    /// <param name="id">The caller's name for it: letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="cancellationToken">Gives up waiting; what was begun goes on.</param>
    /// <returns>What came of it; null: it goes on.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<RolloutChanged?> ChangeAsync(DurableTaskClient client, RolloutChange change, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (!options.Value.Rollout.Enabled)
        {
            return new RolloutChanged("There is no rollout to change: Debates:Rollout:Enabled is false.", await LookAsync(client, cancellationToken));
        }

        string instance = Prefix + id;
        if (await StartAsync(client, instance, change, cancellationToken) is { } other && other != change)
        {
            return new RolloutChanged($"The id '{id}' belongs to another change. Choose another id, or none.", await LookAsync(client, cancellationToken));
        }

        try
        {
            OrchestrationMetadata ended = await client.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true, cancellationToken).WaitAsync(Patience, time, cancellationToken);
            RolloutChanged? changed = ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? ended.ReadOutputAs<RolloutChanged>() : null;
            await ForgetAsync(client, cancellationToken);
            return changed ?? throw new InvalidOperationException("The rollout could not be changed. Look how it stands, then try again under another id.");
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Starts a change unless its id is known.</summary>
    /// <returns>The change that has the id already; null: it is this one.</returns>
    private static async Task<RolloutChange?> StartAsync(DurableTaskClient client, string instance, RolloutChange change, CancellationToken cancellationToken)
    {
        if (await KnownAsync(client, instance, cancellationToken) is { } known)
        {
            return known;
        }

        try
        {
            StartOrchestrationOptions once = new StartOrchestrationOptions(instance).WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
            await client.ScheduleNewOrchestrationInstanceAsync(DebateNames.ChangeRollout, change, once, cancellationToken);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Each host has its own exception for an id that the same change, sent twice at once, has just taken.
            return await KnownAsync(client, instance, cancellationToken) ?? throw new InvalidOperationException("The change could not be started.", e);
        }
    }

    private static async Task<RolloutChange?> KnownAsync(DurableTaskClient client, string instance, CancellationToken cancellationToken) =>
        (await client.GetInstanceAsync(instance, getInputsAndOutputs: true, cancellationToken))?.ReadInputAs<RolloutChange>();

    /// <summary>Purges changes of more than a day ago.</summary>
    private async Task ForgetAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        OrchestrationQuery old = new()
        {
            InstanceIdPrefix = Prefix,
            CreatedTo = time.GetUtcNow() - Remembered,
            Statuses = [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated],
        };
        try
        {
            await foreach (OrchestrationMetadata instance in client.GetAllInstancesAsync(old).WithCancellation(cancellationToken))
            {
                await client.PurgeInstanceAsync(instance.InstanceId, cancellationToken);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The change is made whatever becomes of the old ones; the next change tries again.
        }
    }
}
