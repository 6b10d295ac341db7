using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>How orchestrators have recordings written down.</summary>
public static class TranscriptionExtensions
{
    /// <summary>What the prompt of such a call is called; nothing of it is sent.</summary>
    private static readonly ModelPrompt Prompt = new() { Id = "transcription", Version = "1", System = "", User = "" };

    /// <summary>Has a recording written down through the fleet: one call, with its retries and its one request a lease. However it ends, it ends with a result.</summary>
    /// <param name="context">The caller.</param>
    /// <param name="request">What is written down.</param>
    /// <param name="callId">The call's name, unique within the caller: the call is the instance <c>{caller}:{callId}</c>.</param>
    /// <param name="abandon">When this task completes, however it does, the call is abandoned and ends as <see cref="ModelCallStatus.Cancelled"/>; null: never.</param>
    /// <exception cref="InvalidOperationException">The caller is inside a critical section, where a call could wait for what the caller has locked.</exception>
    public static async Task<TranscriptionResult> CallTranscriptionAsync(this TaskOrchestrationContext context, TranscriptionRequest request, string callId, Task? abandon = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(request);
        ModelCallResult call = await context.CallModelAsync(CallOf(request), callId, abandon);
        return new TranscriptionResult { Call = call, Transcript = call.Status == ModelCallStatus.Answered ? ModelTranscript.FromAnswer(call.Answer!) : null };
    }

    private static ModelCallRequest CallOf(TranscriptionRequest request) => new()
    {
        Task = request.Task,
        Prompt = Prompt,
        Audio = request.Audio,
        MaxOutputTokens = 0,
        Class = request.Class,
        WorkStamp = request.WorkStamp,
        Deadline = request.Deadline,
        BudgetSeconds = request.BudgetSeconds,
        PromptTokens = 0,
    };
}
