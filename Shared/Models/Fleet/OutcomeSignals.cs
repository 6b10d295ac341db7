namespace Workflows.Shared.Models.Fleet;

/// <summary>Reads what an outcome says about its pool. A fault of the request itself, or an answer that is of no use, is no fault of the pool.</summary>
internal static class OutcomeSignals
{
    /// <summary>A call that was given less than this share of the pool's time says nothing when it runs out of it.</summary>
    private const double FairShareOfTime = 0.5;

    public static OutcomeSignal Signal(this FleetOutcome outcome, FleetPool pool) => outcome switch
    {
        { Status: ModelSendStatus.Stale } => OutcomeSignal.Restarted,
        { Status: ModelSendStatus.RateLimited } or { HttpStatus: 429 or 503 } => OutcomeSignal.Refused,
        { HttpStatus: >= 500 } or { Status: ModelSendStatus.Unavailable } => OutcomeSignal.Broken,
        { Kind: FleetOutcomeKind.NotSent or FleetOutcomeKind.Abandoned } => OutcomeSignal.None,
        { Status: ModelSendStatus.TimedOut } => outcome.DurationSeconds < pool.TimeoutSeconds * FairShareOfTime ? OutcomeSignal.None : OutcomeSignal.TooSlow,
        { Status: ModelSendStatus.Answered or ModelSendStatus.Invalid or ModelSendStatus.SchemaRejected or ModelSendStatus.Refused } => OutcomeSignal.Served,
        _ => OutcomeSignal.None,
    };
}
