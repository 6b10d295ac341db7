using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Models;

/// <summary>The account of one block. What ends after it was handed in is not corrected any more.</summary>
internal sealed class RealtimeUse(int number)
{
    private int served;
    private int refused;
    private int failed;
    private double? retryAfter;
    private DateTimeOffset? lastSentAt;

    public int Calls { get; private set; }

    public int Tokens { get; private set; }

    /// <summary>Whether calls failed and none was served.</summary>
    public bool IsFailing => failed > 0 && served == 0;

    public void Begin(int tokens, DateTimeOffset sendBefore)
    {
        Calls++;
        Tokens += tokens;
        lastSentAt = sendBefore;
    }

    public void End(int estimated, ModelSendOutcome? outcome)
    {
        var cost = outcome is null ? 0 : outcome.PromptTokens + outcome.CompletionTokens;
        if (cost > 0 && outcome?.Status == ModelSendStatus.Answered)
        {
            Tokens -= Math.Max(estimated - cost, 0);
        }

        switch (outcome?.Status)
        {
            case ModelSendStatus.Answered or ModelSendStatus.Invalid or ModelSendStatus.SchemaRejected or ModelSendStatus.Refused:
                served++;
                break;
            case ModelSendStatus.RateLimited:
                refused++;
                retryAfter = Math.Max(retryAfter ?? 0, outcome.RetryAfterSeconds ?? 0);
                break;
            case ModelSendStatus.Unavailable or ModelSendStatus.TimedOut:
                failed++;
                break;
        }
    }

    public FleetBlockUse Report() => new()
    {
        Number = number,
        Calls = Calls,
        Tokens = Tokens,
        LastSentAt = lastSentAt,
        Served = served,
        Refused = refused,
        Failed = failed,
        RetryAfterSeconds = retryAfter,
    };
}
