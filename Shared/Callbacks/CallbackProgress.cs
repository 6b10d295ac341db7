namespace Workflows.Shared.Callbacks;

/// <summary>How far a delivery is: the custom status of its orchestration, and its result when it has ended.</summary>
public sealed record CallbackProgress
{
    /// <summary>Attempts that have ended.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the last of them delivered it.</summary>
    public bool Delivered { get; init; }

    /// <summary>Why the last of them did not; null when it did, or before the first.</summary>
    public string? LastError { get; init; }

    /// <summary>When the next one is due; null when one is under way, or there is none to come.</summary>
    public DateTimeOffset? NextAt { get; init; }
}
