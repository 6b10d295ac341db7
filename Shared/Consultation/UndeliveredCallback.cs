namespace Workflows.Shared.Consultation;

/// <summary>A callback that was not delivered, as it is kept.</summary>
public sealed record UndeliveredCallback
{
    /// <summary>What was to be delivered, of the latest round.</summary>
    public required CallbackDelivery Delivery { get; init; }

    /// <summary>Attempts, of all rounds.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why the last one failed, without anything of its content.</summary>
    public required string LastError { get; init; }

    /// <summary>Since when it counts as undelivered: the end of the first round.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether it is being sent again.</summary>
    public bool Sending { get; init; }
}
