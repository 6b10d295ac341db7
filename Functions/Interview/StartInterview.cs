using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary><c>POST /api/v1/interviews</c>: starts an interview.</summary>
internal sealed class StartInterview(InterviewInput input)
{
    /// <summary>Checks the request and starts. The same request under the same id is answered with the run that is under way; another one under that id is refused.</summary>
    [Function(nameof(StartInterview))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/interviews")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        InterviewBody body;
        InterviewRequest interview;
        try
        {
            body = await InterviewBody.ReadAsync(request, cancellationToken);
            interview = body.ToRequest();
        }
        catch (InvalidRequestException e)
        {
            return WorkflowResponses.Invalid(e);
        }

        string id = body.Id ?? $"interview-{Guid.CreateVersion7():N}";
        InterviewWork work = input.WorkOf(id, interview);
        RunStart<InterviewWork> start = new(request, client, InterviewNames.Orchestrator, other => other.RequestHash == work.RequestHash);
        if (body.Id is not null && await start.KnownAsync(id, cancellationToken) is { } known)
        {
            return known;
        }

        await input.StoreAsync(work, interview, cancellationToken);
        return await start.StartAsync(id, work, cancellationToken);
    }
}
