using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>How a transcription ended, and what it took.</summary>
public sealed record TranscriptionResult
{
    /// <summary>How it ended.</summary>
    public ModelCallStatus Status => Call.Status;

    /// <summary>What was said; null unless <see cref="ModelCallStatus.Answered"/>.</summary>
    public ModelTranscript? Transcript { get; init; }

    /// <summary>Why there is none.</summary>
    public string? Error => Call.Error;

    /// <summary>The call.</summary>
    public required ModelCallResult Call { get; init; }

    /// <summary>True when the simulator took part.</summary>
    public bool Simulated => Call.Simulated;
}
