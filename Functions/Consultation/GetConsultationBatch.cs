using Microsoft.AspNetCore.Http;
using Workflows.Activities.Content;
using Workflows.Functions.Http;
using Workflows.Orchestrations.Consultation;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary><c>GET /api/v1/consultation/batches/{id}</c>: how far a batch is, and its results, for the client that sent it.</summary>
internal sealed class GetConsultationBatch(BoundCallers callers, IContentStore store)
{
    /// <summary>Answers 404 for a batch that is not there, not any more, or another client's.</summary>
    [Function(nameof(GetConsultationBatch))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/consultation/batches/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        (string? caller, IResult? refusal) = callers.Admit(request, bodyKey: null);
        if (caller is null)
        {
            return refusal!;
        }

        BatchState? state = BatchIds.IsId(id) ? (await client.Entities.GetEntityAsync<BatchState>(ConsultationBatch.IdOf(id), cancellation: cancellationToken))?.State : null;
        if (state is not { Beginning: { } beginning } || beginning.Client != caller)
        {
            return WorkflowResponses.NotFound(id);
        }

        return Results.Json(await BatchAnswers.OfAsync(id, state, store, cancellationToken), ConsultationJson.Options);
    }
}
