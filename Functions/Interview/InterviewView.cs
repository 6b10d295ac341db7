using Workflows.Functions.Http;
using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary>An interview as it stands, read from its run.</summary>
internal static class InterviewView
{
    /// <summary>The state.</summary>
    /// <param name="instance">The run, with inputs and outputs.</param>
    public static InterviewState Of(OrchestrationMetadata instance)
    {
        InterviewProgress? progress = Progress(instance);
        bool ended = instance.IsCompleted;
        return new InterviewState
        {
            Id = instance.InstanceId,
            Status = WorkflowResponses.StatusOf(instance),
            Progress = WorkflowResponses.ProgressOf(instance),
            Phase = ended ? null : progress?.Phase,
            Stage = ended ? null : progress?.Stage,
            Answered = progress?.Answers.Count ?? 0,
            Analysed = progress?.Analysed ?? 0,
            Result = instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? instance.ReadOutputAs<InterviewReport>() : null,
            Error = WorkflowResponses.ErrorOf(instance),
        };
    }

    /// <summary>The custom status; null: there is none yet.</summary>
    public static InterviewProgress? Progress(OrchestrationMetadata instance) => instance.SerializedCustomStatus is null or "null" ? null : instance.ReadCustomStatusAs<InterviewProgress>();

    /// <summary>The run of an id; null: it is no interview.</summary>
    public static Task<OrchestrationMetadata?> FindAsync(DurableTaskClient client, string id, CancellationToken cancellationToken) =>
        RunLookup.FindAsync(client, id, InterviewNames.Orchestrator, cancellationToken);
}
