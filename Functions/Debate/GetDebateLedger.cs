using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Debate;

namespace Workflows.Functions.Debate;

/// <summary><c>GET /api/v1/debates/{id}/ledger</c>: the events of a debate so far as JSON Lines, also of one that has failed.</summary>
internal static class GetDebateLedger
{
    /// <summary>Answers 404 for an id that is no debate.</summary>
    [Function(nameof(GetDebateLedger))]
    public static async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/debates/{id}/ledger")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        OrchestrationMetadata? instance = await RunLookup.FindAsync(client, id, DebateNames.Orchestrator, cancellationToken);
        if (instance is null)
        {
            return WorkflowResponses.NotFound(id);
        }

        DebateProgress? progress = instance.SerializedCustomStatus is null or "null" ? null : instance.ReadCustomStatusAs<DebateProgress>();
        return Results.Text(DebateJson.Lines(progress?.Ledger ?? []), "application/jsonl; charset=utf-8");
    }
}
