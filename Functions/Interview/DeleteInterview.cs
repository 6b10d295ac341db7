using Microsoft.AspNetCore.Http;
using Workflows.Activities.Content;
using Workflows.Functions.Http;
using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary><c>DELETE /api/v1/interviews/{id}</c>: ends an interview that is under way, and deletes what is kept of it: recordings, documents, prompts, and the run itself.</summary>
internal sealed class DeleteInterview(IContentStore store, InterviewDesk desk, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Answers 204, 404 for an id that is no interview, 409 when it does not end in time.</summary>
    [Function(nameof(DeleteInterview))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "v1/interviews/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (await InterviewView.FindAsync(client, id, cancellationToken) is not { } instance)
        {
            return WorkflowResponses.NotFound(id);
        }

        if (!instance.IsCompleted)
        {
            await client.TerminateInstanceAsync(id, new TerminateInstanceOptions("deleted", Recursive: true), cancellationToken);
            if (await desk.WaitAsync(client, id, state => state.IsEnded, Patience, cancellationToken) is null || !await HaveCallsEndedAsync(client, id, cancellationToken))
            {
                return Results.Problem($"The interview '{id}' is being ended; try again in a moment.", statusCode: StatusCodes.Status409Conflict, title: "It has not ended yet.");
            }
        }

        if (instance.ReadInputAs<InterviewWork>() is { } work && InterviewContent.IsFolder(work.Folder))
        {
            await store.DeleteAsync(work.Folder, cancellationToken);
        }

        await client.PurgeInstanceAsync(id, new PurgeInstanceOptions(Recursive: true), cancellationToken);
        return Results.NoContent();
    }

    /// <summary>Its model calls end a moment later than it; those that had not would stay when it is purged.</summary>
    private async Task<bool> HaveCallsEndedAsync(DurableTaskClient client, string id, CancellationToken cancellationToken)
    {
        OrchestrationQuery open = new()
        {
            InstanceIdPrefix = $"{id}:",
            Statuses = [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended],
        };
        for (long began = time.GetTimestamp(); time.GetElapsedTime(began) < Patience; await Task.Delay(InterviewDesk.LookInterval, time, cancellationToken))
        {
            bool any = false;
            await foreach (OrchestrationMetadata _ in client.GetAllInstancesAsync(open).WithCancellation(cancellationToken))
            {
                any = true;
                break;
            }

            if (!any)
            {
                return true;
            }
        }

        return false;
    }
}
