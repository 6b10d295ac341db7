using Workflows.Activities.Models;
using Workflows.Shared.Consultation;
using Workflows.Shared.Consultation.Conversations;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using Workflows.Shared.Prompts;

namespace Workflows.Activities.Consultation;

/// <summary>One request of a quick summary, and what its answer is worth.</summary>
internal static class QuickSummaryCall
{
    public static ModelCallRequest Request(Prompt prompt, ModelTask task, AnswerLanguage language, DateTimeOffset deadline) => new()
    {
        Task = prompt.Task,
        Prompt = new ModelPrompt { Id = prompt.Task, Version = prompt.Version, System = prompt.System, User = prompt.User },
        MaxOutputTokens = Math.Min(task.MaxOutputTokens ?? prompt.MaxOutputTokens, prompt.MaxOutputTokens),
        Temperature = task.Temperature ?? prompt.Temperature,
        TopP = prompt.TopP,
        Class = CallClass.Realtime,
        Deadline = deadline,
        BudgetSeconds = QuickSummarizer.Deadline.TotalSeconds,
        PromptTokens = TokenEstimate.Of(prompt.System) + TokenEstimate.Of(prompt.User),
        Language = language,
    };

    public static ModelSend Send(ModelCallRequest request, RealtimeEntry entry, TimeSpan left, DateTimeOffset now) => new()
    {
        Request = request,
        Lease = new FleetLease
        {
            Id = "realtime",
            Pool = entry.Pool,
            GrantedAt = now,
            StartBefore = entry.SendBefore,
            ExpiresAt = entry.SendBefore + entry.Timeout,
            TimeoutSeconds = (int)Math.Ceiling(entry.Timeout.TotalSeconds),
        },
        Pool = entry.Pool,
        TimeoutSeconds = left.TotalSeconds,
        Deadline = request.Deadline,
    };

    public static QuickSummaryTry Read(ModelSendOutcome outcome, AnswerLanguage language)
    {
        if (outcome is not { Status: ModelSendStatus.Answered, Answer: { } answer })
        {
            return QuickSummaryTry.Failed(outcome.Status is ModelSendStatus.TimedOut or ModelSendStatus.Cancelled ? "no model answered in time" : "no model gave a usable answer");
        }

        string? text = QuickSummaryText.Tidy(answer, outcome.IsCut);
        return text is not null && ConversationLanguage.Of(text) == language
            ? new QuickSummaryTry(text, outcome.Model, outcome.Simulated, null)
            : QuickSummaryTry.Failed("no model gave a usable answer");
    }
}
