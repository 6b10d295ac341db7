using Workflows.Activities.Consultation;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Consultation;

/// <summary>
/// Delivers a finished batch: sends until the receiver takes it or 24 hours are over. Whatever the receiver answers but success, it is sent again, for a
/// receiver that is broken says all sorts of things. What is given up is listed by <see cref="UndeliveredCallbacks"/>. Some dozens of attempts, so that
/// the history stays short.
/// </summary>
public static class DeliverCallback
{
    /// <summary>No delivery has more attempts in a round, whatever the waits.</summary>
    private const int MostAttempts = 200;

    /// <summary>The function. Its input is a <see cref="CallbackDelivery"/>, its custom status and its output a <see cref="CallbackProgress"/>.</summary>
    /// <param name="context">The orchestration's context.</param>
    [Function(ConsultationNames.DeliverCallback)]
    public static async Task<CallbackProgress> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        CallbackDelivery delivery = context.GetInput<CallbackDelivery>() ?? throw new InvalidOperationException($"{nameof(DeliverCallback)} was started without a delivery.");
        DateTime end = context.CurrentUtcDateTime + CallbackSchedule.Lasts;
        if (delivery.Round > 0)
        {
            await context.Entities.SignalEntityAsync(UndeliveredCallbacks.Id, nameof(UndeliveredCallbacks.Resending), delivery);
        }

        for (int attempts = 1; ; attempts++)
        {
            CallbackAttempt attempt = await SendAsync(context, delivery);
            if (attempt.Delivered)
            {
                return await EndAsync(context, delivery, new CallbackProgress { Attempts = attempts, Delivered = true });
            }

            CallbackProgress progress = new() { Attempts = attempts, LastError = attempt.Error };
            DateTime next = context.CurrentUtcDateTime + CallbackSchedule.After(context.InstanceId, attempts, attempt.RetryAfterSeconds);
            if (attempt.Final || context.CurrentUtcDateTime >= end || attempts == MostAttempts)
            {
                return await EndAsync(context, delivery, progress);
            }

            next = next < end ? next : end;
            context.SetCustomStatus(progress with { NextAt = new DateTimeOffset(next, TimeSpan.Zero) });
            await context.CreateTimer(next, CancellationToken.None);
            context.SetCustomStatus(progress);
        }
    }

    private static async Task<CallbackAttempt> SendAsync(TaskOrchestrationContext context, CallbackDelivery delivery)
    {
        try
        {
            return await context.CallActivityAsync<CallbackAttempt>(nameof(SendCallback), delivery);
        }
        catch (TaskFailedException)
        {
            return new CallbackAttempt { Delivered = false, Error = "The batch's results could not be read." };
        }
    }

    private static async Task<CallbackProgress> EndAsync(TaskOrchestrationContext context, CallbackDelivery delivery, CallbackProgress progress)
    {
        context.SetCustomStatus(progress);
        if (!progress.Delivered)
        {
            UndeliveredCallback undelivered = new()
            {
                Delivery = delivery,
                Attempts = progress.Attempts,
                LastError = progress.LastError ?? "",
                Since = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero),
            };
            await context.Entities.SignalEntityAsync(UndeliveredCallbacks.Id, nameof(UndeliveredCallbacks.Add), undelivered);
        }
        else if (delivery.Round > 0)
        {
            await context.Entities.SignalEntityAsync(UndeliveredCallbacks.Id, nameof(UndeliveredCallbacks.Delivered), delivery.DeliveryId);
        }

        return progress;
    }
}
