using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary><c>GET /api/v1/interviews/{id}</c>: the open question, how far the interview is, and its report.</summary>
internal static class GetInterview
{
    /// <summary>Answers 404 for an id that is no interview.</summary>
    [Function(nameof(GetInterview))]
    public static async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/interviews/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        await InterviewView.FindAsync(client, id, cancellationToken) is { } instance ? Results.Json(InterviewView.Of(instance), InterviewJson.Options) : WorkflowResponses.NotFound(id);
}
