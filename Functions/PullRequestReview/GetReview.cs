using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Functions.PullRequestReview;

/// <summary><c>GET /api/v1/reviews/{id}</c>: how far a review is, and its report.</summary>
internal static class GetReview
{
    /// <summary>Answers 404 for an id that is no review.</summary>
    [Function(nameof(GetReview))]
    public static async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/reviews/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        OrchestrationMetadata? instance = await RunLookup.FindAsync(client, id, ReviewNames.Orchestrator, cancellationToken);
        return instance is null
            ? WorkflowResponses.NotFound(id)
            : WorkflowResponses.State<ReviewReport>(instance, ReviewJson.Options);
    }
}
