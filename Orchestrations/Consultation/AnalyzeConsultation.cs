using Workflows.Activities.Consultation;
using Workflows.Shared.Consultation;
using Workflows.Shared.Consultation.Analysis;

namespace Workflows.Orchestrations.Consultation;

/// <summary>
/// The analysis of one consultation: every window of the conversation by itself, then their merge, then the result with its score. Whatever fails, it ends with an
/// outcome: where there is no analysis, the stored result carries the reason. A window without an answer is such a reason, for a result that silently left out part of
/// a conversation would be taken for the whole.
/// </summary>
internal static class AnalyzeConsultation
{
    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(
        new RetryPolicy(5, TimeSpan.FromSeconds(2), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromMinutes(1)));

    /// <summary>The orchestrator.</summary>
    [Function(ConsultationNames.AnalyzeConsultation)]
    public static async Task<ConsultationOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ConsultationWork work = context.GetInput<ConsultationWork>()
            ?? throw new InvalidOperationException($"{ConsultationNames.AnalyzeConsultation} was started without a consultation.");
        AnalysisCalls calls = new(context, work);
        bool isAnalyzed = false;
        try
        {
            AnalysisPlan plan = await context.CallActivityAsync<AnalysisPlan>(nameof(ReadConsultation), work, Retried);
            if (plan.Done is { } done)
            {
                return done;
            }

            AnalysisVerdict verdict = await AnalyseAsync(calls, work, plan);
            isAnalyzed = await context.CallActivityAsync<bool>(nameof(WriteResult), verdict, Retried);
        }
        catch (TaskFailedException)
        {
            isAnalyzed = await TryWriteAsync(context, new AnalysisVerdict
            {
                Work = work, Error = "The content store could not be used, so the consultation was not analysed.", ProcessingSeconds = calls.Seconds,
            });
        }

        return new ConsultationOutcome
        {
            BatchId = work.BatchId,
            Index = work.Index,
            Analyzed = isAnalyzed,
            ProcessingSeconds = Math.Round(calls.Seconds, 3),
            EndedAt = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero),
        };
    }

    private static async Task<AnalysisVerdict> AnalyseAsync(AnalysisCalls calls, ConsultationWork work, AnalysisPlan plan)
    {
        if (plan.Error is { } error)
        {
            return new AnalysisVerdict { Work = work, Error = error };
        }

        ConsultationAnalysis?[] answers = await Task.WhenAll(plan.Windows.Select((window, index) => calls.AnalyseAsync(window, index, plan.Language)));
        ConsultationAnalysis[] parts = [.. answers.OfType<ConsultationAnalysis>()];
        return parts.Length < answers.Length
            ? new AnalysisVerdict { Work = work, Error = calls.Error, ProcessingSeconds = calls.Seconds }
            : new AnalysisVerdict { Work = work, Analysis = await MergeAsync(calls, parts, plan), ProcessingSeconds = calls.Seconds };
    }

    /// <summary>Merges group by group until one analysis is left. Where no model merges a group, rules do: what the windows say is not lost.</summary>
    private static async Task<ConsultationAnalysis> MergeAsync(AnalysisCalls calls, ConsultationAnalysis[] parts, AnalysisPlan plan)
    {
        for (int round = 0; parts.Length > 1; round++)
        {
            int number = round;
            parts = await Task.WhenAll(AnalysisMerge.Groups(parts, plan.WindowTokens).Select((group, index) => calls.MergeAsync(group, number, index, plan.Language)));
        }

        return parts[0];
    }

    private static async Task<bool> TryWriteAsync(TaskOrchestrationContext context, AnalysisVerdict verdict)
    {
        try
        {
            return await context.CallActivityAsync<bool>(nameof(WriteResult), verdict, Retried);
        }
        catch (TaskFailedException)
        {
            return false;
        }
    }
}
