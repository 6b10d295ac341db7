using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>How orchestrators call models.</summary>
public static class ModelCallExtensions
{
    /// <summary>
    /// Calls a model through the fleet. However the call ends, it ends with a result: an answer, or why there is none.
    /// </summary>
    /// <param name="context">The caller.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="callId">The call's name, unique within the caller: the call is the instance <c>{caller}:{callId}</c>.</param>
    /// <param name="abandon">When this task completes, however it does, the call is abandoned and ends as <see cref="ModelCallStatus.Cancelled"/>; null: never.</param>
    /// <exception cref="InvalidOperationException">The caller is inside a critical section, where a call could wait for what the caller has locked.</exception>
    public static Task<ModelCallResult> CallModelAsync(this TaskOrchestrationContext context, ModelCallRequest request, string callId, Task? abandon = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(callId);
        if (context.Entities.InCriticalSection())
        {
            throw new InvalidOperationException("A model must not be called inside a critical section: leave it first.");
        }

        return CallAsync(context, request, $"{context.InstanceId}:{callId}", abandon);
    }

    /// <summary>Abandons a call: it ends as <see cref="ModelCallStatus.Cancelled"/> and frees what it holds. Nothing happens when it has ended.</summary>
    /// <param name="context">The caller.</param>
    /// <param name="callId">The call's name.</param>
    public static void AbandonModelCall(this TaskOrchestrationContext context, string callId)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.SendEvent($"{context.InstanceId}:{callId}", ModelCall.CancelEvent, "abandoned");
    }

    private static async Task<ModelCallResult> CallAsync(TaskOrchestrationContext context, ModelCallRequest request, string id, Task? abandon)
    {
        Task<ModelCallResult> call = context.CallSubOrchestratorAsync<ModelCallResult>(nameof(ModelCall), request, new SubOrchestrationOptions(instanceId: id));
        if (abandon is not null)
        {
            await Task.WhenAny(call, abandon);
            if (!call.IsCompleted)
            {
                context.SendEvent(id, ModelCall.CancelEvent, "abandoned");
            }
        }

        try
        {
            return await call;
        }
        catch (TaskFailedException failed)
        {
            return new ModelCallResult { Status = ModelCallStatus.Failed, Error = failed.FailureDetails.ErrorMessage };
        }
    }
}
