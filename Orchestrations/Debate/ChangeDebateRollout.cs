using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Orchestrations.Debate;

/// <summary>Does what an operator wants of the rollout. A client could only signal the entity, and would not learn of a refusal.</summary>
public static class ChangeDebateRollout
{
    /// <summary>The orchestrator.</summary>
    /// <param name="context">Its input: a <see cref="RolloutChange"/>.</param>
    [Function(DebateNames.ChangeRollout)]
    public static async Task<RolloutChanged> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        RolloutChange change = context.GetInput<RolloutChange>()!;
        string operation = change.Operation switch
        {
            RolloutOperation.Pause => nameof(DebateRollout.Pause),
            RolloutOperation.Resume => nameof(DebateRollout.Resume),
            RolloutOperation.Advance => nameof(DebateRollout.Advance),
            _ => nameof(DebateRollout.RollBack),
        };
        string? refusal = await context.Entities.CallEntityAsync<string?>(DebateRollout.Id, operation, change.Reason);
        RolloutView view = await context.Entities.CallEntityAsync<RolloutView>(DebateRollout.Id, nameof(DebateRollout.Look));
        return new RolloutChanged(refusal, view);
    }
}
