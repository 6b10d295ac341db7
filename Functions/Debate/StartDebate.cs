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
        if (body.Id is not null && await KnownAsync(request, client, id, debate, cancellationToken) is { } known)
        {
            return known;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(DebateNames.Orchestrator, debate, new StartOrchestrationOptions(id), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Each host has its own exception for an id that somebody else has just taken.
            return await KnownAsync(request, client, id, debate, cancellationToken) ?? throw new InvalidOperationException("The debate could not be started.", e);
        }

        return WorkflowResponses.Started(request, id);
    }

    /// <summary>The answer for an id that is taken: the run itself while it is under way and of the same request, 409 when it is of another one; null when it is free or may be run again.</summary>
    private static async Task<IResult?> KnownAsync(HttpRequest request, DurableTaskClient client, string id, DebateRequest debate, CancellationToken cancellationToken)
    {
        OrchestrationMetadata? instance = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken);
        if (instance is null)
        {
            return null;
        }

        bool same = DebateRuns.IsDebate(instance) && JsonSerializer.Serialize(instance.ReadInputAs<DebateRequest>()) == JsonSerializer.Serialize(debate);
        return !same ? WorkflowResponses.Taken(id) : instance.IsCompleted ? null : WorkflowResponses.Started(request, id);
    }
}
