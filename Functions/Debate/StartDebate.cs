using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Debate;

namespace Workflows.Functions.Debate;

/// <summary><c>POST /api/v1/debates</c>: starts a debate.</summary>
internal static class StartDebate
{
    /// <summary>Checks the request and starts. The same request under the same id is answered with the run that is under way; another one under that id is refused.</summary>
    [Function(nameof(StartDebate))]
    public static async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/debates")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        DebateBody body;
        DebateRequest debate;
        try
        {
            body = await DebateBody.ReadAsync(request, cancellationToken);
            debate = body.ToRequest();
        }
        catch (InvalidRequestException e)
        {
            return WorkflowResponses.Invalid(e);
        }

        string id = body.Id ?? $"debate-{Guid.CreateVersion7():N}";
        RunStart<DebateRequest> start = new(request, client, DebateNames.Orchestrator, other => JsonSerializer.Serialize(other) == JsonSerializer.Serialize(debate));
        IResult? known = body.Id is null ? null : await start.KnownAsync(id, cancellationToken);
        return known ?? await start.StartAsync(id, debate, cancellationToken);
    }
}
