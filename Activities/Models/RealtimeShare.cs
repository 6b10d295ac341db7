using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Models;

/// <summary>What a process has of one pool.</summary>
internal sealed class RealtimeShare(string owner, long start, string pool)
{
    /// <summary>A call is sent at once, or not at all: so the account knows when it was sent at the latest.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    /// <summary>How much the latest call counts in what is usual.</summary>
    private const double Weight = 0.2;

    /// <summary>What a call must have beyond its usual time: who waits longest has the least left, so that without it the first in the line would always be just too late.</summary>
    private const double SpareSeconds = 0.1;

    private readonly List<RealtimeUse> closed = [];
    private double? usualSeconds;
    private RealtimeUse? open;
    private FleetBlock? block;
    private int asked;
    private int running;

    public DateTimeOffset? RenewAt => block?.RenewAt;

    public bool IsFailing => open?.IsFailing == true;

    /// <summary>Whether waiting is in vain until the next block: there is one, and it has no room for anybody.</summary>
    public bool IsHopeless(DateTimeOffset now) => block is not null && (block.Slots == 0 || open is null || open.Calls >= block.Calls || now >= block.StopAt);

    /// <summary>
    /// Whether a call that has waited cannot be answered any more in the time that is left for it, as calls go here. Were it sent, it would take the room of one that can be: in
    /// a rush all would be sent too late, and none be answered.
    /// </summary>
    public bool IsTooLateFor(TimeSpan left) => usualSeconds is { } usual && left.TotalSeconds < usual + SpareSeconds;

    public FleetBlockAsk Ask(int slots, int calls, int tokens)
    {
        if (asked > 0 && block?.Number != asked)
        {
            // The answer, should it still come, will not be accepted any more.
            closed.Add(new RealtimeUse(asked));
        }

        FleetBlockAsk ask = new()
        {
            Owner = owner,
            Start = start,
            Pool = pool,
            Number = ++asked,
            Slots = slots,
            Calls = calls,
            Tokens = tokens,
            Running = running,
            Uses = [.. closed.Select(use => use.Report())],
        };
        return ask;
    }

    public bool Accept(FleetBlock given)
    {
        if (given.Number != asked || block?.Number == asked)
        {
            return false;
        }

        // What the question reported is settled now.
        closed.Clear();
        if (open is not null)
        {
            closed.Add(open);
        }

        open = new RealtimeUse(given.Number);
        block = given;
        return true;
    }

    public (RealtimeUse Use, FleetBlock Block, DateTimeOffset SendBefore)? TryTake(int tokens, DateTimeOffset now)
    {
        if (block is null || open is null || now >= block.StopAt || running >= block.Slots || open.Calls >= block.Calls || open.Tokens + (long)tokens > (block.Tokens ?? long.MaxValue))
        {
            return null;
        }

        var sendBefore = now + AtOnce < block.StopAt ? now + AtOnce : block.StopAt;
        open.Begin(tokens, sendBefore);
        running++;
        return (open, block, sendBefore);
    }

    public void End(RealtimeUse use, int tokens, ModelSendOutcome? outcome)
    {
        running--;
        if (outcome is { Status: ModelSendStatus.Answered, Seconds: var seconds })
        {
            usualSeconds = usualSeconds is { } usual ? usual + (Weight * (seconds - usual)) : seconds;
        }

        use.End(tokens, outcome);
    }
}
