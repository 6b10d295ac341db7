using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Debate;

namespace Workflows.Functions.Debate;

/// <summary><c>GET /api/v1/debates/{id}</c>: how far a debate is, and its report.</summary>
internal static class GetDebate
{
    /// <summary>Answers 404 for an id that is no debate.</summary>
    [Function(nameof(GetDebate))]
    public static async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/debates/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        OrchestrationMetadata? instance = await RunLookup.FindAsync(client, id, DebateNames.Orchestrator, cancellationToken);
        return instance is null ? WorkflowResponses.NotFound(id) : WorkflowResponses.State<DebateReport>(instance, DebateJson.Options);
    }
}
