namespace Workflows.Shared.Consultation;

/// <summary>An undelivered callback as operators see it: of its address only the host, since the rest may hold what is secret.</summary>
public sealed record UndeliveredCallbackView
{
    /// <summary>The id by which it is sent again.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>The batch.</summary>
    public required string BatchId { get; init; }

    /// <summary>Whose batch it is.</summary>
    public required string Client { get; init; }

    /// <summary>Where it was to go.</summary>
    public required string Host { get; init; }

    /// <summary>Attempts so far, without those of a round that is under way.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why the last one failed.</summary>
    public required string LastError { get; init; }

    /// <summary>Since when it counts as undelivered.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary><c>undelivered</c>, or <c>sending</c> while it is sent again.</summary>
    public required string Status { get; init; }

    /// <summary>The view of a callback.</summary>
    public static UndeliveredCallbackView Of(UndeliveredCallback callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new UndeliveredCallbackView
        {
            DeliveryId = callback.Delivery.DeliveryId,
            BatchId = callback.Delivery.BatchId,
            Client = callback.Delivery.Client,
            Host = Uri.TryCreate(callback.Delivery.Url, UriKind.Absolute, out Uri? url) ? url.IdnHost : "",
            Attempts = callback.Attempts,
            LastError = callback.LastError,
            Since = callback.Since,
            Status = callback.Sending ? "sending" : "undelivered",
        };
    }
}
