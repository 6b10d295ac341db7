using Workflows.Activities.PullRequestReview;
using Workflows.Shared.Prompts.PullRequestReview;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Findings;
using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Orchestrations.PullRequestReview;

/// <summary>
/// The dual-model review of a pull request: P1, then every file by itself and F6 beside them, P2 last. When the pull request's budget
/// runs out, late work is cancelled and the report is partial and says what is missing; a task's budget is kept back for P2.
/// </summary>
internal static class PullRequestReviewOrchestrator
{
    /// <summary>The orchestrator.</summary>
    [Function(ReviewNames.Orchestrator)]
    public static async Task<ReviewReport> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ReviewRequest request = context.GetInput<ReviewRequest>()!;
        DateTimeOffset started = new(context.CurrentUtcDateTime, TimeSpan.Zero);
        ReviewPlan plan = await context.CallActivityAsync<ReviewPlan>(nameof(PrepareReview), request);
        ReviewSteps steps = new(context, plan);
        DateTimeOffset end = started + plan.Budgets.PullRequest;
        DateTimeOffset workEnd = end - Least(plan.Budgets.Task, plan.Budgets.PullRequest / 4);
        ReviewCalls calls = new(context, plan.Budgets, workEnd, started, "The pull request");
        if (!plan.Reviewed.Any())
        {
            return ReviewAssembly.Report(context.InstanceId, request, plan, [], [], null, null, [], [], false, context.CurrentUtcDateTime - started.UtcDateTime);
        }

        steps.Begin("reading the description");
        RefinedDescription? description = await RefineAsync(calls, request, plan);
        steps.Done("reviewing");

        Task<Answered<CrossFileFindingsAnswer>?> across = steps.Track(AcrossAsync(calls, plan, description));
        FileReviewResult[] files = await Task.WhenAll(plan.Reviewed.Select(file => steps.Track(ReviewAsync(context, request, plan, file, description, workEnd, started))));
        Answered<CrossFileFindingsAnswer>? crossFile = await across;

        steps.Begin("writing the summary");
        IReadOnlyList<Finding> acrossFindings = crossFile is null
            ? []
            : FindingSettlement.SettleAcross([.. plan.Reviewed.Select(file => file.Diff)], crossFile.Value, crossFile.Model);
        ReviewReport draft = ReviewAssembly.Report(
            context.InstanceId, request, plan, files, acrossFindings, description, null, calls.Missing, calls.Usage, calls.Simulated, TimeSpan.Zero);
        ReviewCalls last = new(context, plan.Budgets, end, started, "The pull request");
        Answered<ReviewSummaryAnswer>? summary = await last.AskAsync<ReviewSummaryAnswer>(
            ReviewPrompts.P2.Build(new ReviewPromptInput { Report = PromptReport.From(draft) }), "the summary");
        steps.Done("done");
        return ReviewAssembly.Report(
            context.InstanceId, request, plan, files, acrossFindings, description, summary?.Value,
            [.. calls.Missing, .. last.Missing], [.. calls.Usage, .. last.Usage], calls.Simulated || last.Simulated,
            context.CurrentUtcDateTime - started.UtcDateTime);
    }

    private static async Task<RefinedDescription?> RefineAsync(ReviewCalls calls, ReviewRequest request, ReviewPlan plan)
    {
        ReviewPromptInput data = new() { Title = request.Title, Description = request.Description, Files = plan.Overview };
        Answered<RefinedDescriptionAnswer>? answer = await calls.AskAsync<RefinedDescriptionAnswer>(ReviewPrompts.P1.Build(data), "the description");
        return answer?.Value.WithTitle(request.Title);
    }

    private static async Task<Answered<CrossFileFindingsAnswer>?> AcrossAsync(ReviewCalls calls, ReviewPlan plan, RefinedDescription? description)
    {
        if (plan.Reviewed.Count() < 2)
        {
            return null;
        }

        ReviewPromptInput data = new() { Intent = description, Files = plan.Overview };
        return await calls.AskAsync<CrossFileFindingsAnswer>(ReviewPrompts.F6.Build(data), "the review across files");
    }

    private static async Task<FileReviewResult> ReviewAsync(
        TaskOrchestrationContext context, ReviewRequest request, ReviewPlan plan, PlannedFile file, RefinedDescription? description, DateTimeOffset deadline, DateTimeOffset started)
    {
        FileReviewInput input = new()
        {
            File = file,
            Intent = description ?? ReviewAssembly.StatedIntent(request),
            Rules = request.Rules,
            Deadline = deadline.UtcDateTime,
            WorkStamp = started.UtcDateTime + TimeSpan.FromMilliseconds(file.Index),
            Budgets = plan.Budgets,
        };
        try
        {
            return await context.CallSubOrchestratorAsync<FileReviewResult>(
                nameof(FileReview), input, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}:file-{file.Index}"));
        }
        catch (TaskFailedException e)
        {
            return ReviewAssembly.Failed(file, e.FailureDetails.ErrorMessage);
        }
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
