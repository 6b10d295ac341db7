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
        if (body.Id is not null && await KnownAsync(request, client, id, review, cancellationToken) is { } known)
        {
            return known;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(ReviewNames.Orchestrator, review, new StartOrchestrationOptions(id), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Each host has its own exception for an id that somebody else has just taken.
            return await KnownAsync(request, client, id, review, cancellationToken) ?? throw new InvalidOperationException("The review could not be started.", e);
        }

        return WorkflowResponses.Started(request, id);
    }

    /// <summary>The answer for an id that is taken: the run itself while it is under way and of the same request, 409 when it is of another one; null when it is free or may be run again.</summary>
    private static async Task<IResult?> KnownAsync(HttpRequest request, DurableTaskClient client, string id, ReviewRequest review, CancellationToken cancellationToken)
    {
        OrchestrationMetadata? instance = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken);
        if (instance is null)
        {
            return null;
        }

        bool same = string.Equals(instance.Name, ReviewNames.Orchestrator, StringComparison.OrdinalIgnoreCase) && instance.ReadInputAs<ReviewRequest>() == review;
        return !same ? WorkflowResponses.Taken(id) : instance.IsCompleted ? null : WorkflowResponses.Started(request, id);
    }
}
