using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Callbacks;
using Workflows.Activities.Content;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>Makes one attempt to deliver a finished batch.</summary>
public sealed partial class SendCallback(
    IContentStore content, ICallbackSender sender, IOptions<ConsultationOptions> options, ConsultationMetrics metrics, TimeProvider time, ILogger<SendCallback> logger)
{
    /// <summary>Sends the stored body as it is, signed with the client's first secret.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What became of it; it throws only when the content store cannot be read.</returns>
    [Function(nameof(SendCallback))]
    public async Task<CallbackAttempt> RunAsync([ActivityTrigger] CallbackDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        long started = time.GetTimestamp();
        CallbackAttempt attempt = await SendAsync(delivery, cancellationToken);
        metrics.CallbackSent(attempt.Delivered, time.GetElapsedTime(started).TotalSeconds);
        LogSent(delivery.DeliveryId, delivery.BatchId, attempt.Delivered ? "delivered" : attempt.Error ?? "failed");
        return attempt;
    }

    private async Task<CallbackAttempt> SendAsync(CallbackDelivery delivery, CancellationToken cancellationToken)
    {
        if (!options.Value.Clients.TryGetValue(delivery.Client, out ConsultationClientOptions? client) || client.Secrets is not [string secret, ..])
        {
            return new CallbackAttempt { Delivered = false, Error = "The client is not configured any more, so that nothing can be signed for it." };
        }

        return await content.GetAsync(ContentKeys.Callback(delivery.BatchId), cancellationToken) is { } body
            ? await sender.SendAsync(new CallbackMessage(delivery.Url, delivery.DeliveryId, secret, body), cancellationToken)
            : new CallbackAttempt { Delivered = false, Final = true, Error = "The batch's results are not kept any more." };
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Information, Message = "Callback {Delivery} of {Batch}: {Outcome}")]
    private partial void LogSent(string delivery, string batch, string outcome);
}
