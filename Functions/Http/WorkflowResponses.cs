using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Shared;

namespace Workflows.Functions.Http;

/// <summary>The answers that every workflow's routes give.</summary>
internal static class WorkflowResponses
{
    /// <summary>202 with the id and where to look, never with the management URLs: those carry the system key.</summary>
    public static IResult Started(HttpRequest request, string id)
    {
        string url = $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path.Value?.TrimEnd('/')}/{Uri.EscapeDataString(id)}";
        return Results.Accepted(url, new StartedAnswer(id, url));
    }

    /// <summary>The state of a run, with its result when it has one.</summary>
    /// <param name="instance">The run, with inputs and outputs.</param>
    /// <param name="json">How the answer and the result in it are written.</param>
    /// <param name="failedChunks">The chunks that have failed so far; null: it has none, or its result tells.</param>
    public static IResult State<TResult>(OrchestrationMetadata instance, JsonSerializerOptions json, IReadOnlyList<int>? failedChunks = null)
        where TResult : class
    {
        bool completed = instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed;
        InstanceAnswer<TResult> answer = new()
        {
            Id = instance.InstanceId,
            Status = StatusOf(instance),
            Progress = ProgressOf(instance),
            FailedChunks = failedChunks,
            Result = completed ? instance.ReadOutputAs<TResult>() : null,
            Error = ErrorOf(instance),
        };
        return Results.Json(answer, json);
    }

    /// <summary>400 that names the field.</summary>
    public static IResult Invalid(InvalidRequestException error) =>
        Results.ValidationProblem(new Dictionary<string, string[]> { [error.Field] = [error.Message] }, detail: error.Message, title: "The request is not valid.");

    /// <summary>409: the id belongs to a run of something else.</summary>
    public static IResult Taken(string id) =>
        Results.Problem($"The id '{id}' belongs to another run, of another request. Choose another id, or none.", statusCode: StatusCodes.Status409Conflict, title: "The id is taken.");

    /// <summary>404.</summary>
    public static IResult NotFound(string id) => Results.Problem($"There is no run with the id '{id}'.", statusCode: StatusCodes.Status404NotFound, title: "Not found.");

    /// <summary>The word for a run's state.</summary>
    public static string StatusOf(OrchestrationMetadata instance) => Word(instance.RuntimeStatus);

    /// <summary>Why a run failed; null: it did not.</summary>
    public static string? ErrorOf(OrchestrationMetadata instance) =>
        instance.RuntimeStatus is OrchestrationRuntimeStatus.Failed ? instance.FailureDetails?.ErrorMessage ?? instance.SerializedOutput ?? "unknown" : null;

    /// <summary>How far a run is.</summary>
    public static WorkflowProgress ProgressOf(OrchestrationMetadata instance)
    {
        bool completed = instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed;
        WorkflowProgress progress = instance.SerializedCustomStatus is null or "null"
            ? new WorkflowProgress { Message = Word(instance.RuntimeStatus) }
            : instance.ReadCustomStatusAs<WorkflowProgress>()!;
        return completed ? progress with { Completed = Math.Max(progress.Total, 1), Total = Math.Max(progress.Total, 1), Message = "completed" } : progress;
    }

    private static string Word(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Pending => "queued",
        OrchestrationRuntimeStatus.Suspended => "suspended",
        OrchestrationRuntimeStatus.Completed => "completed",
        OrchestrationRuntimeStatus.Failed => "failed",
        OrchestrationRuntimeStatus.Running => "running",
        OrchestrationRuntimeStatus.Terminated => "terminated",
        _ => "running",
    };
}
