using Microsoft.AspNetCore.Http;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Functions.Debate;

/// <summary><c>GET /api/v1/debate-rollout</c>: how the rollout of the parallel mode stands. For operators.</summary>
internal sealed class GetDebateRollout(RolloutDesk desk)
{
    /// <summary>Answers <see cref="RolloutView"/>, also before it has begun.</summary>
    [Function(nameof(GetDebateRollout))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/debate-rollout")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => Results.Json(await desk.LookAsync(client, cancellationToken), DebateJson.Options);
}
