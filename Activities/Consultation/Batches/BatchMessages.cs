using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>A batch whose consultations are to be put on the queue.</summary>
public sealed record BatchMessages
{
    /// <summary>The batch.</summary>
    public required string BatchId { get; init; }

    /// <summary>How urgent each of its consultations is.</summary>
    public required IReadOnlyList<ConsultationPriority> Priorities { get; init; }
}
