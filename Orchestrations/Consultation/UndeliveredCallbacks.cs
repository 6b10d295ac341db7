using Microsoft.Extensions.Options;
using Workflows.Activities.Consultation;
using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Consultation;

/// <summary>The entity that lists callbacks which were not delivered, until they are, or until the batch's content is no longer kept. The 10,000 latest at most.</summary>
/// <param name="options">How long content is kept.</param>
/// <param name="metrics">Counts what was given up.</param>
/// <param name="time">The clock.</param>
public sealed class UndeliveredCallbacks(IOptions<ConsultationOptions> options, ConsultationMetrics metrics, TimeProvider time) : TaskEntity<UndeliveredCallbacksState>
{
    private const int Most = 10_000;

    /// <summary>The entity.</summary>
    public static EntityInstanceId Id { get; } = new(ConsultationNames.UndeliveredCallbacks, "all");

    /// <summary>The function.</summary>
    /// <param name="dispatcher">Runs the operation.</param>
    [Function(ConsultationNames.UndeliveredCallbacks)]
    public static Task Run([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<UndeliveredCallbacks>();

    /// <summary>Lists a callback. One that is listed already keeps its place and its time, and its attempts are added up.</summary>
    /// <param name="undelivered">The callback.</param>
    public void Add(UndeliveredCallback undelivered)
    {
        ArgumentNullException.ThrowIfNull(undelivered);
        metrics.CallbackUndelivered();
        int at = IndexOf(undelivered.Delivery.DeliveryId);
        if (at >= 0)
        {
            UndeliveredCallback known = State.Callbacks[at];
            State.Callbacks[at] = undelivered with { Attempts = known.Attempts + undelivered.Attempts, Since = known.Since };
        }
        else
        {
            State.Callbacks.Add(undelivered);
        }

        DateTimeOffset oldest = time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays);
        State.Callbacks.RemoveAll(callback => callback.Since < oldest && !callback.Sending);
        State.Callbacks.RemoveRange(0, Math.Max(State.Callbacks.Count - Most, 0));
    }

    /// <summary>Notes that a callback is being sent again.</summary>
    /// <param name="delivery">The delivery of the new round.</param>
    public void Resending(CallbackDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        int at = IndexOf(delivery.DeliveryId);
        if (at >= 0)
        {
            State.Callbacks[at] = State.Callbacks[at] with { Sending = true };
        }
    }

    /// <summary>Removes a callback that was delivered after all.</summary>
    /// <param name="deliveryId">Its delivery's id.</param>
    public void Delivered(string deliveryId) => State.Callbacks.RemoveAll(callback => callback.Delivery.DeliveryId == deliveryId);

    private int IndexOf(string deliveryId) => State.Callbacks.FindIndex(callback => callback.Delivery.DeliveryId == deliveryId);
}
