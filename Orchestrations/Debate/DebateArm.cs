using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Orchestrations.Debate;

/// <summary>A debate's place in the rollout: asks for its mode and tells how it ended. A rollout that fails fails no debate.</summary>
internal sealed class DebateArm(TaskOrchestrationContext context, DebateLedger ledger)
{
    private RolloutChoice? _choice;

    /// <summary>The plan, with the rollout's mode where the rollout has a say.</summary>
    public async Task<DebatePlan> ChooseAsync(DebatePlan plan)
    {
        if (!plan.AsksRollout)
        {
            return plan;
        }

        try
        {
            _choice = await context.Entities.CallEntityAsync<RolloutChoice>(DebateRollout.Id, nameof(DebateRollout.Choose), new RolloutAsk(context.InstanceId, plan.Complexity));
            return plan with { Mode = _choice.Mode, ModeReason = _choice.Reason };
        }
        catch (EntityOperationFailedException)
        {
            return plan with { ModeReason = "the rollout failed to answer" };
        }
    }

    /// <summary>Tells the rollout how the debate ended, if it wants to know.</summary>
    /// <param name="passed">Whether there is a synthesis that the gate did not refuse.</param>
    /// <param name="seconds">How long it took.</param>
    public async Task ObserveAsync(bool passed, double seconds)
    {
        if (_choice is not { Round: { } round })
        {
            return;
        }

        try
        {
            RolloutOutcome outcome = new(round, _choice.Mode, passed, seconds);
            if (await context.Entities.CallEntityAsync<string?>(DebateRollout.Id, nameof(DebateRollout.Observe), outcome) is { } reason)
            {
                ledger.Add("rollback", entry => entry with { Mode = "sequential", Detail = reason });
            }
        }
        catch (EntityOperationFailedException)
        {
            ledger.Add("fallback", entry => entry with { Detail = "the rollout failed to take the outcome in" });
        }
    }
}
