using Workflows.Shared.Prompts.PullRequestReview;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Findings;
using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Orchestrations.PullRequestReview;

/// <summary>
/// The review of one file: F1 to F4 side by side, then F5, then V1 to V4 side by side, with no regard to how far other files are.
/// Where a finding stands is decided by code. A call that fails or comes too late is named, and the rest goes on without it.
/// </summary>
internal static class FileReview
{
    /// <summary>The orchestrator.</summary>
    [Function(nameof(FileReview))]
    public static async Task<FileReviewResult> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        FileReviewInput input = context.GetInput<FileReviewInput>()!;
        PlannedFile file = input.File;
        ReviewCalls calls = new(context, input.Budgets, input.Deadline, input.WorkStamp, file.Diff.DisplayPath);

        (List<LocatedCandidate> candidates, int asked, int answered) = await FindAsync(calls, input);
        IReadOnlyList<MergedFinding> merged = await MergeAsync(calls, input, candidates);
        FindingVerdicts verdicts = await ValidateAsync(calls, input, merged);
        IReadOnlyList<Finding> findings = FindingSettlement.Settle(file.Diff, file.Shown, candidates, merged, verdicts);

        List<string> missing = [.. calls.Missing];
        if (file.Omitted is { } omitted)
        {
            missing.Add($"{file.Diff.DisplayPath}: {omitted}");
        }

        return new FileReviewResult
        {
            Report = new FileReport
            {
                Path = file.Diff.Path,
                OldPath = file.Diff.OldPath,
                Status = asked > 0 && answered == 0 ? FileReviewStatus.Failed : missing.Count > 0 ? FileReviewStatus.Partial : FileReviewStatus.Reviewed,
                Reason = Reason(file, missing),
                Findings = findings,
                Seconds = Math.Round(calls.Active.TotalSeconds, 3),
            },
            Missing = missing,
            Usage = calls.Usage,
            Simulated = calls.Simulated,
        };
    }

    private static string? Reason(PlannedFile file, List<string> missing)
    {
        List<string> parts = [.. missing.Select(text => text[(file.Diff.DisplayPath.Length + 2)..])];
        if (file.Note is { } note)
        {
            parts.Add(note);
        }

        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    private static async Task<(List<LocatedCandidate> Candidates, int Asked, int Answered)> FindAsync(ReviewCalls calls, FileReviewInput input)
    {
        ReviewPromptInput data = new() { Diff = input.File.Shown, Intent = input.Intent, Rules = input.Rules };
        TaskCompletionSource usedUp = new();
        List<Task<Answered<FileFindingsAnswer>?>> tasks = [];
        if (input.Intent is not null)
        {
            tasks.Add(AskAsync(ReviewPrompts.F1, "the match with the intent"));
        }

        tasks.Add(AskAsync(ReviewPrompts.F2, "the search for surface errors"));
        tasks.Add(AskAsync(ReviewPrompts.F3, "the search for logic bugs"));
        if (!string.IsNullOrWhiteSpace(input.Rules))
        {
            tasks.Add(AskAsync(ReviewPrompts.F4, "the check of the rules"));
        }

        Answered<FileFindingsAnswer>?[] answers = await Task.WhenAll(tasks);
        List<LocatedCandidate> candidates = [.. answers.OfType<Answered<FileFindingsAnswer>>()
            .SelectMany(answer => FindingIntake.Take(input.File.Diff, answer.Value.Findings, answer.Model))];
        return (candidates, tasks.Count, answers.Count(answer => answer is not null));

        async Task<Answered<FileFindingsAnswer>?> AskAsync(ReviewPrompt prompt, string what)
        {
            Answered<FileFindingsAnswer>? answer = await calls.AskAsync<FileFindingsAnswer>(prompt.Build(data), what, abandon: usedUp.Task);
            if (calls.Active >= input.Budgets.File)
            {
                usedUp.TrySetResult();
            }

            return answer;
        }
    }

    private static async Task<IReadOnlyList<MergedFinding>> MergeAsync(ReviewCalls calls, FileReviewInput input, List<LocatedCandidate> candidates)
    {
        List<CandidateFinding> findings = [.. candidates.Select(candidate => candidate.Finding)];
        if (findings.Count == 0)
        {
            return [];
        }

        ReviewPromptInput data = new() { Findings = [.. findings.Select((finding, index) => PromptFinding.From(index, finding))] };
        Answered<MergedFindingsAnswer>? answer = await calls.AskAsync<MergedFindingsAnswer>(
            ReviewPrompts.F5.Build(data), "the synthesis", input.Budgets.File - calls.Active);
        return FindingMerge.Apply(findings, answer?.Value);
    }

    private static async Task<FindingVerdicts> ValidateAsync(ReviewCalls calls, FileReviewInput input, IReadOnlyList<MergedFinding> merged)
    {
        if (merged.Count == 0)
        {
            return new FindingVerdicts();
        }

        TimeSpan left = input.Budgets.File - calls.Active;
        ReviewPromptInput data = new()
        {
            Diff = input.File.Shown,
            Findings = [.. merged.Select((finding, index) => PromptFinding.From(index, finding.Finding))],
        };
        Task<Answered<VerdictsAnswer>?> accuracy = AskAsync(ReviewPrompts.V1, "the check of accuracy");
        Task<Answered<VerdictsAnswer>?> location = AskAsync(ReviewPrompts.V2, "the check of places");
        Task<Answered<VerdictsAnswer>?> suggestion = AskAsync(ReviewPrompts.V3, "the check of suggestions");
        Task<Answered<VerdictsAnswer>?> hallucination = AskAsync(ReviewPrompts.V4, "the check for inventions");
        await Task.WhenAll(accuracy, location, suggestion, hallucination);
        return new FindingVerdicts
        {
            Accuracy = accuracy.Result?.Value,
            Location = location.Result?.Value,
            Suggestion = suggestion.Result?.Value,
            Hallucination = hallucination.Result?.Value,
        };

        Task<Answered<VerdictsAnswer>?> AskAsync(ReviewPrompt prompt, string what) => calls.AskAsync<VerdictsAnswer>(prompt.Build(data), what, left);
    }
}
