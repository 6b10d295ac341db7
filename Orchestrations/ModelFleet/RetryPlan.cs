using Workflows.Shared.Models;
using Workflows.Shared.Prompts;

namespace Workflows.Orchestrations.Fleet;

/// <summary>
/// The one retry loop's rules. A bad answer is repaired once at the pool that gave it; a pool whose repair is bad too, that refuses the request
/// or that goes wrong in odd ways <see cref="MaxOdd"/> times is of no use to this call. A server that refuses <c>response_format</c> is asked once
/// without. A pool that fails (429, 5xx, unreachable, too slow) rests a while, and another candidate is asked at once; when all rest, the call
/// waits for the first that may be asked again, as often as its budget and deadline allow. A pool that fails at this request <see cref="MaxAlone"/>
/// times, and each time has served another call since the time before, is of no use to this call: the fault is the request's, not an outage's.
/// The call ends when no pool is of use any more.
/// </summary>
internal sealed class RetryPlan
{
    /// <summary>The history of a call must end somewhere, whatever its deadline: requests are the pools' rests apart, so this is hours.</summary>
    public const int MaxSends = 500;

    public const int MaxStale = 20;
    public const int MaxOdd = 4;

    /// <summary>With rests from 1 to 16 s between them, given up after about half a minute.</summary>
    public const int MaxAlone = 6;

    /// <summary>A server that says it cannot serve now: what was asked is not the reason.</summary>
    private const int TooBusy = 503;

    /// <summary>So many stale leases are asked for anew at once; runs of before the rest had as many.</summary>
    private const int StaleAtOnce = 2;

    /// <summary>Where clocks differ, the leases of a fleet look too old to a process that has just begun, until it is that much older.</summary>
    private static readonly TimeSpan StaleRest = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> _repaired = [];
    private readonly HashSet<string> _plain = [];
    private readonly HashSet<string> _unfit = [];
    private readonly Dictionary<string, int> _odd = [];
    private readonly Dictionary<string, (int Count, DateTime At)> _alone = [];
    private readonly Dictionary<string, PoolRest> _resting = [];
    private List<string> _avoid = [];
    private int _sends;
    private int _stale;

    /// <summary>The pool that the next request has to go to; null: any.</summary>
    public string? Only { get; private set; }

    /// <summary>Pools that the next request should not go to.</summary>
    public IReadOnlyList<string> Avoid => _avoid;

    /// <summary>What follows the prompt in the next request.</summary>
    public IReadOnlyList<ModelMessage> Messages { get; private set; } = [];

    /// <summary>Why the next request is made.</summary>
    public ModelAttemptReason Reason { get; private set; } = ModelAttemptReason.First;

    public bool UsesResponseFormat(string pool) => !_plain.Contains(pool);

    /// <summary>Takes in how a request went.</summary>
    /// <param name="outcome">How it went.</param>
    /// <param name="pool">Where.</param>
    /// <param name="candidates">All pools that may serve the call.</param>
    /// <param name="now">The time.</param>
    /// <param name="left">The time left until the call's deadline.</param>
    /// <param name="chance">A number from 0 to 1, by which rests are jittered.</param>
    /// <param name="servedAt">When the pool had last given any call an answer as the request was admitted; null: not yet.</param>
    public RetryStep Next(
        ModelSendOutcome outcome, string pool, IReadOnlyList<string> candidates, DateTime now, TimeSpan left, double chance, DateTimeOffset? servedAt = null)
    {
        switch (outcome.Status)
        {
            case ModelSendStatus.Answered:
                return RetryStep.EndAs(ModelCallStatus.Answered);
            case ModelSendStatus.Cancelled:
                return RetryStep.EndAs(ModelCallStatus.Cancelled);
            case ModelSendStatus.Stale:
                Reason = ModelAttemptReason.Stale;
                return ++_stale > MaxStale ? RetryStep.EndAs(ModelCallStatus.Failed) : new RetryStep { Delay = _stale > StaleAtOnce ? StaleRest : TimeSpan.Zero };
        }

        if (++_sends >= MaxSends)
        {
            return RetryStep.EndAs(ModelCallStatus.Failed);
        }

        switch (outcome.Status)
        {
            case ModelSendStatus.Invalid when _repaired.Add(pool):
                return Repair(outcome, pool);
            case ModelSendStatus.SchemaRejected when _plain.Add(pool):
                Only = pool;
                Reason = ModelAttemptReason.SchemaInPrompt;
                return RetryStep.Again;
            case ModelSendStatus.Refused or ModelSendStatus.Invalid or ModelSendStatus.SchemaRejected:
            case ModelSendStatus.Failed when IsOddOnceTooOften(pool):
                return GiveUp(pool, candidates, now, outcome.Status == ModelSendStatus.Refused ? ModelCallStatus.Refused : ModelCallStatus.Failed);
            case ModelSendStatus.Unavailable when outcome.HttpStatus != TooBusy && IsAloneOnceTooOften(pool, now, servedAt):
                return GiveUp(pool, candidates, now, ModelCallStatus.Failed) with
                {
                    Error = FormattableString.Invariant($"{outcome.Error} It failed at this request {MaxAlone} times while it served others: the fault seems to be the request's."),
                };
            default:
                LetRest(outcome, pool, now, left, chance);
                return MoveOn(candidates, now);
        }
    }

    private RetryStep Repair(ModelSendOutcome outcome, string pool)
    {
        Only = pool;
        Reason = ModelAttemptReason.Repair;
        Messages = string.IsNullOrEmpty(outcome.RawForRepair)
            ? []
            :
            [
                new ModelMessage { Role = ModelMessage.Assistant, Text = outcome.RawForRepair },
                new ModelMessage { Role = ModelMessage.User, Text = PromptRepair.UserMessage(outcome.Error ?? "It has not the required shape.") },
            ];
        return RetryStep.Again;
    }

    private bool IsOddOnceTooOften(string pool) => (_odd[pool] = _odd.GetValueOrDefault(pool) + 1) >= MaxOdd;

    /// <summary>Whether the pool has failed at this request that often, and served somebody before each further time.</summary>
    private bool IsAloneOnceTooOften(string pool, DateTime now, DateTimeOffset? servedAt)
    {
        (int count, DateTime at) = _alone.GetValueOrDefault(pool);
        bool counts = count == 0 || servedAt?.UtcDateTime > at;
        _alone[pool] = (counts ? count + 1 : count, now);
        return _alone[pool].Count >= MaxAlone;
    }

    /// <summary>On to the pools that are of use yet; when there is none, the end.</summary>
    private RetryStep GiveUp(string pool, IReadOnlyList<string> candidates, DateTime now, ModelCallStatus end)
    {
        _unfit.Add(pool);
        return candidates.All(_unfit.Contains) ? RetryStep.EndAs(end) : MoveOn(candidates, now);
    }

    private void LetRest(ModelSendOutcome outcome, string pool, DateTime now, TimeSpan left, double chance)
    {
        if (Reason == ModelAttemptReason.Repair)
        {
            // The repair never came to an answer: the next bad one may be repaired.
            _repaired.Remove(pool);
        }

        if (!_resting.TryGetValue(pool, out PoolRest? rest))
        {
            _resting.Add(pool, rest = new PoolRest());
        }

        rest.Extend(now, left, outcome.RetryAfterSeconds, chance);
    }

    /// <summary>On to the pools that may be asked first: at once when one of them does not rest.</summary>
    private RetryStep MoveOn(IReadOnlyList<string> candidates, DateTime now)
    {
        DateTime at = candidates.Where(candidate => !_unfit.Contains(candidate)).Min(ReadyAt);
        at = at > now ? at : now;
        _avoid = [.. _unfit.Union(candidates.Where(candidate => ReadyAt(candidate) > at)).Order(StringComparer.Ordinal)];
        Only = null;
        Messages = [];
        Reason = at > now ? ModelAttemptReason.Retry : ModelAttemptReason.Fallback;
        return new RetryStep { Delay = at - now };
    }

    private DateTime ReadyAt(string pool) => _resting.TryGetValue(pool, out PoolRest? rest) ? rest.Until : DateTime.MinValue;
}
