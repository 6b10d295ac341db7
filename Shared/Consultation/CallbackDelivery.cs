using System.Text.Json.Serialization;

namespace Workflows.Shared.Consultation;

/// <summary>One delivery of a finished batch. Its body stands in the content store under <see cref="ContentKeys.Callback"/>.</summary>
public sealed record CallbackDelivery
{
    /// <summary>The same for every attempt and for a delivery that is sent again by hand.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>The batch.</summary>
    public required string BatchId { get; init; }

    /// <summary>The client whose secret signs it.</summary>
    public required string Client { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Url { get; init; }

    /// <summary>0 when the batch has just ended; from 1 on, how often it was sent again by hand. Each round has attempts of its own.</summary>
    public int Round { get; init; }

    /// <summary>The id of the orchestration that delivers it, when it is started by itself.</summary>
    [JsonIgnore]
    public string InstanceId => Round == 0 ? $"callback-{DeliveryId}" : FormattableString.Invariant($"callback-{DeliveryId}-{Round}");
}
