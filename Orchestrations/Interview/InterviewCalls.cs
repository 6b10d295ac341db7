using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Interview;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts;

namespace Workflows.Orchestrations.Interview;

/// <summary>The model calls of one interview whose user messages stand in the content store.</summary>
internal sealed class InterviewCalls(TaskOrchestrationContext context, InterviewWork work)
{
    /// <summary>Whether the simulator has answered anything.</summary>
    public bool Simulated { get; private set; }

    /// <summary>Calls a model.</summary>
    /// <param name="prompt">The prompt, without its user message.</param>
    /// <param name="prepared">Where that stands.</param>
    /// <param name="callId">The call's name.</param>
    /// <param name="deadline">When its answer is of no use any more.</param>
    /// <param name="budgetSeconds">How long its requests may take together.</param>
    /// <param name="stream">Where its answer is shown while it is written; null: nowhere.</param>
    public async Task<ModelCallResult> CallAsync(Prompt prompt, PreparedPrompt prepared, string callId, DateTime deadline, double budgetSeconds, ModelStream? stream = null)
    {
        ModelCallResult result = await context.CallModelAsync(
            new ModelCallRequest
            {
                Task = prompt.Task,
                Prompt = new ModelPrompt { Id = prompt.Task, Version = prompt.Version, System = prompt.System, User = "", ContentKey = prepared.Key },
                SchemaName = prompt.Schema!.Name,
                Schema = prompt.Schema.Schema.GetRawText(),
                MaxOutputTokens = prompt.MaxOutputTokens,
                Temperature = prompt.Temperature,

                // Who answered first is served first, whenever the interview began.
                WorkStamp = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero),
                Deadline = new DateTimeOffset(deadline, TimeSpan.Zero),
                BudgetSeconds = budgetSeconds,
                PromptTokens = TokenEstimate.Of(prompt.System) + prepared.Tokens,
                Language = work.Language,
                Stream = stream,
            },
            callId);
        Simulated |= result.Simulated;
        return result;
    }
}
