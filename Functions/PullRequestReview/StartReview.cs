using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Functions.PullRequestReview;

/// <summary><c>POST /api/v1/reviews</c>: starts the review of a diff.</summary>
internal static class StartReview
{
    /// <summary>Checks the request and starts; a run of the given id that has not ended is attached to.</summary>
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

        if (body.Id is { } given && await IsRunningAsync(client, given, cancellationToken))
        {
            return WorkflowResponses.Started(request, given);
        }

        string id = await client.ScheduleNewOrchestrationInstanceAsync(
            ReviewNames.Orchestrator, review, new StartOrchestrationOptions(body.Id ?? $"review-{Guid.CreateVersion7():N}"), cancellationToken);
        return WorkflowResponses.Started(request, id);
    }

    private static async Task<bool> IsRunningAsync(DurableTaskClient client, string id, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(id, getInputsAndOutputs: false, cancellationToken) is { IsCompleted: false };
}
