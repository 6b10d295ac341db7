using Microsoft.Extensions.Options;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Activities.PullRequestReview;

/// <summary>Reads the diff and plans the review, once: what it decides stays, also when the rules change while the review runs.</summary>
public sealed class PrepareReview(IOptions<ReviewBudgets> budgets)
{
    /// <summary>The plan of a review.</summary>
    [Function(nameof(PrepareReview))]
    public ReviewPlan Run([ActivityTrigger] ReviewRequest request) => ReviewPlanner.Plan(request.Diff) with { Budgets = budgets.Value };
}
