namespace Workflows.Shared.Consultation;

/// <summary>The three parts of a consultation's summary.</summary>
public sealed record ConsultationSummary
{
    /// <summary>What the customer wanted.</summary>
    public required string Customer { get; init; }

    /// <summary>What the agent did.</summary>
    public required string Agent { get; init; }

    /// <summary>How it ended.</summary>
    public required string Result { get; init; }
}
