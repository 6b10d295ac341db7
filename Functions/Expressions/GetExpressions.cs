using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Expressions;

namespace Workflows.Functions.Expressions;

/// <summary><c>GET /api/v1/expressions/{id}</c>: how far an analysis is, which chunks have failed, and its report.</summary>
internal static class GetExpressions
{
    /// <summary>Answers 404 for an id that is no analysis.</summary>
    [Function(nameof(GetExpressions))]
    public static async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/expressions/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        await RunLookup.FindAsync(client, id, ExpressionNames.Orchestrator, cancellationToken) is { } instance
            ? WorkflowResponses.State<ExpressionReport>(instance, ExpressionJson.Options, FailedChunks(instance))
            : WorkflowResponses.NotFound(id);

    private static IReadOnlyList<int>? FailedChunks(OrchestrationMetadata instance) =>
        instance.IsCompleted || instance.SerializedCustomStatus is null or "null" ? null : instance.ReadCustomStatusAs<ExpressionProgress>()?.FailedChunks;
}
