using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>The consultations of a batch that is to be stored.</summary>
public sealed record BatchContent
{
    /// <summary>The batch.</summary>
    public required string BatchId { get; init; }

    /// <summary>Its consultations.</summary>
    public required IReadOnlyList<ConsultationItem> Consultations { get; init; }
}
