using Workflows.Shared;
using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Orchestrations.PullRequestReview;

/// <summary>The progress of a review as its custom status: P1, each reviewed file, F6 and P2 are a step each.</summary>
internal sealed class ReviewSteps(TaskOrchestrationContext context, ReviewPlan plan)
{
    private readonly int _files = plan.Reviewed.Count();
    private int _completed;

    /// <summary>Says what goes on now.</summary>
    public void Begin(string message) => Say(message);

    /// <summary>Counts a step and says what goes on next.</summary>
    public void Done(string message)
    {
        _completed++;
        Say(message);
    }

    /// <summary>Counts a step when a task ends.</summary>
    public async Task<T> Track<T>(Task<T> task)
    {
        T result = await task;
        _completed++;
        Say($"reviewing {_files} {(_files == 1 ? "file" : "files")}");
        return result;
    }

    private void Say(string message) =>
        context.SetCustomStatus(new WorkflowProgress { Completed = _completed, Total = _files + 3, Message = message });
}
