using Workflows.Activities.Debate;
using Workflows.Shared.Debate;

namespace Workflows.Orchestrations.Debate;

/// <summary>A debate: decides how it runs, and runs it (<see cref="DebateRun"/>).</summary>
internal static class DebateOrchestrator
{
    /// <summary>The orchestrator.</summary>
    [Function(DebateNames.Orchestrator)]
    public static async Task<DebateReport> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        DebateRequest request = context.GetInput<DebateRequest>()!;
        DebateLedger ledger = new(context);
        DebateArm arm = new(context, ledger);
        DebatePlan plan = await context.CallActivityAsync<DebatePlan>(nameof(PrepareDebate), request);
        plan = await arm.ChooseAsync(plan);
        return await new DebateRun(context, request, plan, ledger, arm).RunAsync();
    }
}
