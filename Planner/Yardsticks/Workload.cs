using Workflows.Planner.Running;
using Workflows.Shared.Prompts.PullRequestReview;
using Workflows.Simulator.Profiles;

namespace Workflows.Planner.Yardsticks;

/// <summary>All calls of a review: some first, then the pieces of work side by side, then some last.</summary>
public sealed record Workload
{
    /// <summary>The primary's limits.</summary>
    public required WorkPool Primary { get; init; }

    /// <summary>The secondary's limits.</summary>
    public required WorkPool Secondary { get; init; }

    /// <summary>Before all others, one after another.</summary>
    public required IReadOnlyList<WorkCall> First { get; init; }

    /// <summary>The pieces of work.</summary>
    public required IReadOnlyList<WorkCall> Middle { get; init; }

    /// <summary>After all others, one after another.</summary>
    public required IReadOnlyList<WorkCall> Last { get; init; }

    /// <summary>The calls that a run has made; a call that took several requests counts once.</summary>
    public static Workload Of(IEnumerable<SentRequest> sent, PlanProfile profile)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(profile);
        List<WorkCall> calls = [.. sent.Where(request => request.Seconds.Count > 0)
            .GroupBy(request => request.Instance)
            .Select(requests => requests.MinBy(request => request.Sent)!)
            .OrderBy(request => request.Work.Length)
            .ThenBy(request => request.Work, StringComparer.Ordinal)
            .ThenBy(request => request.Task, StringComparer.Ordinal)
            .Select(Call)];
        return new Workload
        {
            Primary = Pool(profile.Models[NamedProfiles.Primary]),
            Secondary = Pool(profile.Models[NamedProfiles.Secondary]),
            First = [.. calls.Where(call => call.Task == ReviewTasks.P1)],
            Middle = [.. calls.Where(call => call.Task is not (ReviewTasks.P1 or ReviewTasks.P2))],
            Last = [.. calls.Where(call => call.Task == ReviewTasks.P2)],
        };
    }

    private static WorkPool Pool(ModelProfile model) => new(model.MaxConcurrent, model.CallsPerMinute);

    private static WorkCall Call(SentRequest request) => new()
    {
        Task = request.Task,
        Work = request.Work,
        Stage = request.Task switch { ReviewTasks.F5 => 1, ['V', _] => 2, _ => 0 },
        Primary = request.Seconds[NamedProfiles.Primary],
        Secondary = request.Seconds[NamedProfiles.Secondary],
        OnPrimary = request.Candidates.Contains(NamedProfiles.Primary),
        OnSecondary = request.Candidates.Contains(NamedProfiles.Secondary),
    };
}
