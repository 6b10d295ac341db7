using System.Text.Json;
using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Orchestrations.PullRequestReview;

/// <summary>The model calls of one orchestration of a review: makes them, reads their answers, and keeps the books.</summary>
internal sealed class ReviewCalls(TaskOrchestrationContext context, ReviewBudgets budgets, DateTimeOffset deadline, DateTimeOffset workStamp, string subject)
{
    private readonly List<string> _missing = [];
    private readonly List<ModelUsage> _usage = [];
    private readonly ActiveTime _active = new();

    /// <summary>What was not answered, one statement each.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>Calls by model.</summary>
    public IReadOnlyList<ModelUsage> Usage => UsageSum.Of(_usage);

    /// <summary>True once the simulator has answered anything.</summary>
    public bool Simulated { get; private set; }

    /// <summary>The time in which at least one call ran.</summary>
    public TimeSpan Active => _active.Total;

    /// <summary>Asks a model.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="what">What it is for, in words, for the list of what is missing.</param>
    /// <param name="limit">The most seconds from send to answer, when less than a task's budget is left.</param>
    /// <param name="abandon">Ends the call when it ends.</param>
    /// <returns>The answer and the model that gave it, or null (then <see cref="Missing"/> says why).</returns>
    public async Task<Answered<T>?> AskAsync<T>(Prompt prompt, string what, TimeSpan? limit = null, Task? abandon = null)
        where T : class
    {
        TimeSpan budget = limit is { } left && left < budgets.Task ? left : budgets.Task;
        if (budget <= TimeSpan.Zero || context.CurrentUtcDateTime >= deadline.UtcDateTime)
        {
            _missing.Add($"{subject}: {what} ({prompt.Task}) was not begun, the time was used up");
            return null;
        }

        ModelCallResult result = await context.CallModelAsync(Request(prompt, budget), prompt.Task, abandon);
        Count(result);
        if (result is not { Status: ModelCallStatus.Answered, Answer: { } text })
        {
            _missing.Add($"{subject}: {what} ({prompt.Task}) {Words(result)}");
            return null;
        }

        return new Answered<T>(JsonSerializer.Deserialize<T>(text, AnswerJson.Options)!, result.Model ?? result.Pool ?? "unknown");
    }

    private static string Words(ModelCallResult result) => result.Status switch
    {
        ModelCallStatus.TimedOut => result.Attempts is [.., { Error: { } error }] ? $"did not answer in time: {error}" : "did not answer in time",
        ModelCallStatus.Cancelled => "was cancelled, the time was used up",
        ModelCallStatus.Refused => $"cannot be answered: {result.Error}",
        _ => $"failed: {result.Error}",
    };

    private ModelCallRequest Request(Prompt prompt, TimeSpan budget) => new()
    {
        Task = prompt.Task,
        Prompt = new ModelPrompt { Id = prompt.Task, Version = prompt.Version, System = prompt.System, User = prompt.User },
        SchemaName = prompt.Schema?.Name,
        Schema = prompt.Schema?.Schema.GetRawText(),
        MaxOutputTokens = prompt.MaxOutputTokens,
        Temperature = prompt.Temperature,
        WorkStamp = workStamp,
        Deadline = deadline,
        BudgetSeconds = budget.TotalSeconds,
        PromptTokens = TokenEstimate.Of(prompt.System) + TokenEstimate.Of(prompt.User),
        Language = AnswerLanguage.English,
    };

    private void Count(ModelCallResult result)
    {
        Simulated |= result.Simulated;
        _active.Add(context.CurrentUtcDateTime, TimeSpan.FromSeconds(result.Seconds));
        _usage.AddRange(ModelUse.Of(result.Attempts, result.OmittedUse).Select(use => new ModelUsage
        {
            Model = use.Model,
            Calls = use.Requests,
            PromptTokens = use.PromptTokens,
            CompletionTokens = use.CompletionTokens,
            Seconds = use.Seconds,
        }));
    }
}
