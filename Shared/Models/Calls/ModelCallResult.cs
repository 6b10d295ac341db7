namespace Workflows.Shared.Models;

/// <summary>How a call ended, and what it took.</summary>
public sealed record ModelCallResult
{
    /// <summary>How it ended.</summary>
    public required ModelCallStatus Status { get; init; }

    /// <summary>The answer as JSON text, valid by the request's schema, or the JSON array of similarities, or a <see cref="ModelTranscript"/>; null unless <see cref="ModelCallStatus.Answered"/>.</summary>
    public string? Answer { get; init; }

    /// <summary>The pool that answered, else the last one tried.</summary>
    public string? Pool { get; init; }

    /// <summary>The model's id at the server that answered, else of the last one tried.</summary>
    public string? Model { get; init; }

    /// <summary>True when the simulator took part.</summary>
    public bool Simulated { get; init; }

    /// <summary>The requests in order; of many the first and the latest, see <see cref="OmittedAttempts"/>. The sums below count all.</summary>
    public IReadOnlyList<ModelAttempt> Attempts { get; init; } = [];

    /// <summary>How many requests are left out of <see cref="Attempts"/>.</summary>
    public int OmittedAttempts { get; init; }

    /// <summary>What the requests took that are left out of <see cref="Attempts"/>, by model.</summary>
    public IReadOnlyList<ModelUse> OmittedUse { get; init; } = [];

    /// <summary>Tokens of all prompts.</summary>
    public int PromptTokens { get; init; }

    /// <summary>Tokens of all answers.</summary>
    public int CompletionTokens { get; init; }

    /// <summary>What the requests cost together; null where no pool that was asked has a price.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Seconds from sending to the answer, over all attempts.</summary>
    public double Seconds { get; init; }

    /// <summary>Seconds spent waiting for admission, over all attempts.</summary>
    public double WaitSeconds { get; init; }

    /// <summary>Why there is no answer.</summary>
    public string? Error { get; init; }
}
