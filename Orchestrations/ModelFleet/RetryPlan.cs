using Workflows.Shared.Models;
using Workflows.Shared.Prompts;

namespace Workflows.Orchestrations.Fleet;

/// <summary>
/// The one retry loop's rules. A bad answer is repaired once at the pool that gave it, then other pools are asked afresh. A server that
/// refuses <c>response_format</c> is asked once without. A pool that fails is left for another candidate at once; when all have failed,
/// all may be asked again after a growing, jittered delay. At most <see cref="MaxSends"/> requests; stale leases do not count, up to <see cref="MaxStale"/>.
/// </summary>
internal sealed class RetryPlan
{
    public const int MaxSends = 4;
    public const int MaxStale = 20;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly HashSet<string> _repaired = [];
    private readonly HashSet<string> _plain = [];
    private readonly HashSet<string> _unfit = [];
    private readonly HashSet<string> _failing = [];
    private int _sends;
    private int _stale;
    private int _rounds;

    /// <summary>The pool that the next request has to go to; null: any.</summary>
    public string? Only { get; private set; }

    /// <summary>Pools that the next request should not go to.</summary>
    public IReadOnlyList<string> Avoid => [.. _unfit.Union(_failing).Order(StringComparer.Ordinal)];

    /// <summary>What follows the prompt in the next request.</summary>
    public IReadOnlyList<ModelMessage> Messages { get; private set; } = [];

    /// <summary>True when the next request is a repair.</summary>
    public bool IsRepair { get; private set; }

    public bool UsesResponseFormat(string pool) => !_plain.Contains(pool);

    /// <summary>Takes in how a request went.</summary>
    /// <param name="outcome">How it went.</param>
    /// <param name="pool">Where.</param>
    /// <param name="candidates">All pools that may serve the call.</param>
    /// <param name="chance">A number from 0 to 1, by which delays are jittered.</param>
    public RetryStep Next(ModelSendOutcome outcome, string pool, IReadOnlyList<string> candidates, double chance)
    {
        switch (outcome.Status)
        {
            case ModelSendStatus.Answered:
                return RetryStep.EndAs(ModelCallStatus.Answered);
            case ModelSendStatus.Refused:
                return RetryStep.EndAs(ModelCallStatus.Refused);
            case ModelSendStatus.Cancelled:
                return RetryStep.EndAs(ModelCallStatus.Cancelled);
            case ModelSendStatus.Stale:
                return ++_stale > MaxStale ? RetryStep.EndAs(ModelCallStatus.Failed) : RetryStep.Again;
        }

        if (++_sends >= MaxSends)
        {
            return RetryStep.EndAs(outcome.Status == ModelSendStatus.TimedOut ? ModelCallStatus.TimedOut : ModelCallStatus.Failed);
        }

        return outcome.Status switch
        {
            ModelSendStatus.Invalid when _repaired.Add(pool) => Repair(outcome, pool),
            ModelSendStatus.SchemaRejected when _plain.Add(pool) => AskAgain(pool),
            ModelSendStatus.Invalid or ModelSendStatus.SchemaRejected => GiveUpOn(pool, candidates),
            _ => MoveOn(outcome, pool, candidates, chance),
        };
    }

    private RetryStep Repair(ModelSendOutcome outcome, string pool)
    {
        AskAfresh();
        Only = pool;
        IsRepair = true;
        if (!string.IsNullOrEmpty(outcome.RawForRepair))
        {
            Messages =
            [
                new ModelMessage { Role = ModelMessage.Assistant, Text = outcome.RawForRepair },
                new ModelMessage { Role = ModelMessage.User, Text = PromptRepair.UserMessage(outcome.Error ?? "It has not the required shape.") },
            ];
        }

        return RetryStep.Again;
    }

    private RetryStep AskAgain(string pool)
    {
        Only = pool;
        return RetryStep.Again;
    }

    private RetryStep GiveUpOn(string pool, IReadOnlyList<string> candidates)
    {
        AskAfresh();
        _unfit.Add(pool);
        return candidates.All(_unfit.Contains) ? RetryStep.EndAs(ModelCallStatus.Failed) : RetryStep.Again;
    }

    private RetryStep MoveOn(ModelSendOutcome outcome, string pool, IReadOnlyList<string> candidates, double chance)
    {
        AskAfresh();
        _failing.Add(pool);
        if (candidates.Any(candidate => !_unfit.Contains(candidate) && !_failing.Contains(candidate)))
        {
            return RetryStep.Again;
        }

        _failing.Clear();
        double seconds = Math.Min(FirstDelay.TotalSeconds * Math.Pow(2, _rounds++), LongestDelay.TotalSeconds) * (0.5 + chance);
        return new RetryStep { Delay = TimeSpan.FromSeconds(Math.Max(seconds, outcome.RetryAfterSeconds ?? 0)) };
    }

    private void AskAfresh()
    {
        Only = null;
        Messages = [];
        IsRepair = false;
    }
}
