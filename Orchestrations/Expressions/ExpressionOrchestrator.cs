using Workflows.Activities.Expressions;
using Workflows.Shared.Expressions;

namespace Workflows.Orchestrations.Expressions;

/// <summary>An analysis of subtitles: cuts them into chunks, runs these (<see cref="ExpressionRun"/>), and deletes the content however it ends.</summary>
internal static class ExpressionOrchestrator
{
    /// <summary>The event by which batches tell of their chunks: a <see cref="ChunkEnd"/>.</summary>
    public const string EndedEvent = "chunk-ended";

    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(2), backoffCoefficient: 3));

    /// <summary>The orchestrator.</summary>
    [Function(ExpressionNames.Orchestrator)]
    public static async Task<ExpressionReport> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ExpressionWork work = context.GetInput<ExpressionWork>() ?? throw new InvalidOperationException($"{ExpressionNames.Orchestrator} was started without subtitles.");
        DateTime began = context.CurrentUtcDateTime;
        ExpressionReport? report = null;
        try
        {
            ExpressionPlan plan = await context.CallActivityAsync<ExpressionPlan>(nameof(PrepareExpressions), work, Retried);
            return report = await new ExpressionRun(context, work, plan, began).RunAsync();
        }
        finally
        {
            Task noted = context.NoteAsync(ExpressionNote.Of(report));
            await ForgetAsync(context, work);
            await noted;
        }
    }

    /// <summary>A content store that cannot be used takes nobody's report away.</summary>
    private static async Task ForgetAsync(TaskOrchestrationContext context, ExpressionWork work)
    {
        try
        {
            await context.CallActivityAsync(nameof(ForgetExpressions), work.Folder, Retried);
        }
        catch (TaskFailedException)
        {
        }
    }
}
