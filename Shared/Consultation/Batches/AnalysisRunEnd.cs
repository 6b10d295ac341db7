namespace Workflows.Shared.Consultation;

/// <summary>That a run has ended.</summary>
public sealed record AnalysisRunEnd
{
    /// <summary>The run.</summary>
    public required int Number { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }
}
