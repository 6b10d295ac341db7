using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Functions.PullRequestReview;

/// <summary><c>POST /api/v1/reviews</c>: starts the review of a diff.</summary>
internal static class StartReview
{
    /// <summary>Checks the request and starts. The same request under the same id is answered with the run that is under way; another one under that id is refused.</summary>
    [Function(nameof(StartReview))]
    public static async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/reviews")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ReviewBody body;
        ReviewRequest review;
        try
        {
            body = await ReviewBody.ReadAsync(request, cancellationToken);
            review = body.ToRequest();
        }
        catch (InvalidRequestException e)
        {
            return WorkflowResponses.Invalid(e);
        }

        string id = body.Id ?? $"review-{Guid.CreateVersion7():N}";
        RunStart<ReviewRequest> start = new(request, client, ReviewNames.Orchestrator, other => other == review);
        IResult? known = body.Id is null ? null : await start.KnownAsync(id, cancellationToken);
        return known ?? await start.StartAsync(id, review, cancellationToken);
    }
}
