namespace Workflows.Shared.Models;

/// <summary>One request of a call.</summary>
public sealed record ModelAttempt
{
    /// <summary>Its number within the call, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Why it was made.</summary>
    public ModelAttemptReason Reason { get; init; }

    /// <summary>The pool it went to.</summary>
    public required string Pool { get; init; }

    /// <summary>The model's id at the server, if it is known.</summary>
    public string? Model { get; init; }

    /// <summary>What became of it; null: the call was abandoned while it was under way.</summary>
    public ModelSendStatus? Status { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>When it was sent; null: nothing was sent, or it is not known.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The status of the server's answer; null when none came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Seconds from asking for admission to the lease.</summary>
    public double WaitSeconds { get; init; }

    /// <summary>Seconds from sending to the answer or the error.</summary>
    public double Seconds { get; init; }

    /// <summary>Tokens of the prompt.</summary>
    public int PromptTokens { get; init; }

    /// <summary>Tokens of the answer.</summary>
    public int CompletionTokens { get; init; }

    /// <summary>What it cost; null where the pool has no price.</summary>
    public decimal? Cost { get; init; }
}
