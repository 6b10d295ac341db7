using Workflows.Shared.Expressions;

namespace Workflows.Orchestrations.Expressions;

/// <summary>A part of an analysis' chunks, as many at once as its parent gives it workers. The parent is told of each chunk when it has ended.</summary>
internal static class ExpressionBatch
{
    /// <summary>The event by which the parent hands in workers: their number.</summary>
    public const string WorkersEvent = "workers";

    /// <summary>The event by which the parent says that chunks behind one cannot count any more: its number.</summary>
    public const string LastEvent = "last";

    /// <summary>The orchestrator.</summary>
    [Function(ExpressionNames.Batch)]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => new ExpressionBatchRun(context, context.GetInput<ExpressionBatchWork>()!).RunAsync();
}
