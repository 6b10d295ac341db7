namespace Workflows.Shared.Models;

/// <summary>What became of one request: what the activity <see cref="ModelSend.ActivityName"/> answers. It does not throw for what a server does.</summary>
public sealed record ModelSendOutcome
{
    /// <summary>What became of it.</summary>
    public required ModelSendStatus Status { get; init; }

    /// <summary>The answer as JSON text, valid by the schema, or as plain text where there is no schema, or the JSON array of similarities, or a <see cref="ModelTranscript"/>; null unless <see cref="ModelSendStatus.Answered"/>.</summary>
    public string? Answer { get; init; }

    /// <summary>True when a plain text ends at the limit of its tokens.</summary>
    public bool IsCut { get; init; }

    /// <summary>What went wrong, in a sentence without anything of the conversation but what a repair has to name.</summary>
    public string? Error { get; init; }

    /// <summary>The bad answer, cut to what a repair needs; null unless <see cref="ModelSendStatus.Invalid"/>.</summary>
    public string? RawForRepair { get; init; }

    /// <summary>When the request was sent; null: nothing was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The status of the server's answer; null when none came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>How many requests wait in the server's own queue, when that was read just now.</summary>
    public int? ServerWaiting { get; init; }

    /// <summary>What the request cost; null where the pool has no price.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How long the server asked to wait, in seconds.</summary>
    public double? RetryAfterSeconds { get; init; }

    /// <summary>Tokens of the prompt as the server counted them, else estimated; 0 when nothing was sent.</summary>
    public int PromptTokens { get; init; }

    /// <summary>Tokens of the answer, as the server counted them, else estimated.</summary>
    public int CompletionTokens { get; init; }

    /// <summary>From sending to the answer or the error, by a monotonic clock.</summary>
    public double Seconds { get; init; }

    /// <summary>The model's id at the server.</summary>
    public string? Model { get; init; }

    /// <summary>True when the simulator answered.</summary>
    public bool Simulated { get; init; }
}
