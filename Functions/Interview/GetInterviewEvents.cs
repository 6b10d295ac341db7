using Microsoft.AspNetCore.Http;
using Workflows.Activities.Models;
using Workflows.Functions.Http;

namespace Workflows.Functions.Interview;

/// <summary>
/// <c>GET /api/v1/interviews/{id}/events</c>: server-sent events <c>stage</c>, <c>token</c>, <c>reset</c>, <c>question</c>, <c>reminder</c>, <c>reporting</c>, <c>end</c>. A reader that comes later, or again, is told
/// where the interview is. Tokens come where the host that asks the model is this process; the whole question always does.
/// </summary>
internal sealed class GetInterviewEvents(TimeProvider time, TokenFeed? feed = null)
{
    /// <summary>Answers 404 for an id that is no interview.</summary>
    [Function(nameof(GetInterviewEvents))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/interviews/{id}/events")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        await InterviewView.FindAsync(client, id, cancellationToken) is null ? WorkflowResponses.NotFound(id) : new InterviewEventStream(client, id, feed, time);
}
