using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Consultation;

/// <summary>Analyses consultations side by side and tells each one's batch as soon as it has ended. How many really run at once is the fleet's decision.</summary>
public static class AnalyzeConsultations
{
    /// <summary>The function. Its input is an <see cref="AnalysisRun"/>.</summary>
    /// <param name="context">The orchestration's context.</param>
    [Function(ConsultationNames.AnalyzeConsultations)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        AnalysisRun run = context.GetInput<AnalysisRun>() ?? throw new InvalidOperationException($"{nameof(AnalyzeConsultations)} was started without a run.");
        DateTime began = context.CurrentUtcDateTime;
        await Task.WhenAll(run.Consultations.Select(work => AnalyzeAsync(context, work)));
        AnalysisRunEnd end = new() { Number = run.Number, Seconds = (context.CurrentUtcDateTime - began).TotalSeconds };
        await context.Entities.SignalEntityAsync(PendingConsultations.Id, nameof(PendingConsultations.Ended), end);
    }

    private static async Task AnalyzeAsync(TaskOrchestrationContext context, ConsultationWork work)
    {
        ConsultationOutcome outcome;
        try
        {
            outcome = await context.CallSubOrchestratorAsync<ConsultationOutcome>(
                ConsultationNames.AnalyzeConsultation, work, new SubOrchestrationOptions(instanceId: FormattableString.Invariant($"{context.InstanceId}:{work.BatchId}:{work.Index}")));
        }
        catch (TaskFailedException)
        {
            outcome = new ConsultationOutcome { BatchId = work.BatchId, Index = work.Index, Analyzed = false, EndedAt = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero) };
        }

        await context.Entities.SignalEntityAsync(ConsultationBatch.IdOf(work.BatchId), nameof(ConsultationBatch.Done), outcome);
    }
}
