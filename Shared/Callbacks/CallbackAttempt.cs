namespace Workflows.Shared.Callbacks;

/// <summary>What became of one attempt to deliver a callback.</summary>
public sealed record CallbackAttempt
{
    /// <summary>Whether the receiver answered with a status from 200 to 299.</summary>
    public required bool Delivered { get; init; }

    /// <summary>The status; null when there was no answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Why it was not delivered, in a sentence without anything of body, address or answer; null when it was.</summary>
    public string? Error { get; init; }

    /// <summary>How long the receiver asked to wait.</summary>
    public double? RetryAfterSeconds { get; init; }

    /// <summary>True when another attempt cannot end otherwise.</summary>
    public bool Final { get; init; }
}
