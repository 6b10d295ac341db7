namespace Workflows.Shared.Consultation;

/// <summary>One consultation that is to be analysed. The conversation stands in the content store under <see cref="ContentKeys.Item"/>.</summary>
public sealed record ConsultationWork
{
    /// <summary>The batch it belongs to.</summary>
    public required string BatchId { get; init; }

    /// <summary>Its place in the batch, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>How urgent it is.</summary>
    public ConsultationPriority Priority { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }
}
