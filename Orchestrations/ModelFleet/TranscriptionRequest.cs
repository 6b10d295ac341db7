using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>A recording to be written down, as a workflow asks it: which model does it is the fleet's choice.</summary>
public sealed record TranscriptionRequest
{
    /// <summary>The task's id in the catalogue, for example <c>speech-to-text</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The recording.</summary>
    public required ModelAudio Audio { get; init; }

    /// <summary>When the answer is of no use any more, waiting included.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>How long the call may take between sending and the answer, in seconds, over all its attempts.</summary>
    public required double BudgetSeconds { get; init; }

    /// <summary>Who waits for the answer; null: as the catalogue says for the task.</summary>
    public CallClass? Class { get; init; }

    /// <summary>When the piece of work began to which the call belongs; null: now.</summary>
    public DateTimeOffset? WorkStamp { get; init; }
}
