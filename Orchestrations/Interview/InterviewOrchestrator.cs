using Workflows.Activities.Interview;
using Workflows.Shared.Interview;

namespace Workflows.Orchestrations.Interview;

/// <summary>An interview: holds it (<see cref="InterviewRun"/>), and deletes its content however it ends. It never continues as new: stages and reminders bound its history.</summary>
internal static class InterviewOrchestrator
{
    /// <summary>How activities are tried again that need the content store.</summary>
    internal static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(new RetryPolicy(4, TimeSpan.FromSeconds(1), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromSeconds(10)));

    /// <summary>The orchestrator.</summary>
    [Function(InterviewNames.Orchestrator)]
    public static async Task<InterviewReport> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        InterviewWork work = context.GetInput<InterviewWork>() ?? throw new InvalidOperationException($"{InterviewNames.Orchestrator} was started without an interview.");
        try
        {
            return await new InterviewRun(context, work).RunAsync();
        }
        finally
        {
            await ForgetAsync(context, work);
        }
    }

    /// <summary>A content store that cannot be used takes nobody's report away.</summary>
    private static async Task ForgetAsync(TaskOrchestrationContext context, InterviewWork work)
    {
        try
        {
            await context.CallActivityAsync(nameof(ForgetInterview), work.Folder, Retried);
        }
        catch (TaskFailedException)
        {
        }
    }
}
