namespace Workflows.Shared.Consultation;

/// <summary>Consultations that are analysed together: what the document calls a batch of the scheduler, of any client's batches.</summary>
public sealed record AnalysisRun
{
    /// <summary>The run's number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The consultations, the most urgent first.</summary>
    public required IReadOnlyList<ConsultationWork> Consultations { get; init; }

    /// <summary>Why it was started: <c>full</c> (as many were pending as start a run at once) or <c>timer</c>.</summary>
    public required string Reason { get; init; }
}
