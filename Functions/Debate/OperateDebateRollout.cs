using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Functions.Debate;

/// <summary><c>POST /api/v1/debate-rollout/{operation}</c>: pauses, resumes, advances or rolls back. For operators.</summary>
internal sealed class OperateDebateRollout(RolloutDesk desk)
{
    /// <summary>Answers 200 with the rollout as it then stands, 409 with the reason when it is refused, 202 when it takes longer, 404 for an unknown operation.</summary>
    [Function(nameof(OperateDebateRollout))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/debate-rollout/{operation}")] HttpRequest request,
        string operation,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        try
        {
            RolloutBody body = await RolloutBody.ReadAsync(request, cancellationToken);
            if (RolloutChange.Of(operation, body.Reason) is not { } change)
            {
                return Results.Problem($"The operations are {string.Join(", ", RolloutChange.Words)}.", statusCode: StatusCodes.Status404NotFound, title: "Not found.");
            }

            string id = body.Id ?? Guid.CreateVersion7().ToString("N");
            return await desk.ChangeAsync(client, change, id, cancellationToken) switch
            {
                null => Results.Json(new { id, status = "running" }, DebateJson.Options, statusCode: StatusCodes.Status202Accepted),
                { Refusal: { } refusal } => Results.Problem(refusal, statusCode: StatusCodes.Status409Conflict, title: "The rollout was not changed."),
                { View: { } view } => Results.Json(view, DebateJson.Options),
            };
        }
        catch (InvalidRequestException e)
        {
            return WorkflowResponses.Invalid(e);
        }
    }
}
