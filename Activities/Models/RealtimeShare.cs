using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Models;

/// <summary>What a process has of one pool.</summary>
internal sealed class RealtimeShare(string owner, string pool)
{
    /// <summary>A call is sent at once, or not at all: so the account knows when it was sent at the latest.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    private readonly List<RealtimeUse> closed = [];
    private RealtimeUse? open;
    private FleetBlock? block;
    private int asked;
    private int running;

    public DateTimeOffset? RenewAt => block?.RenewAt;

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
        use.End(tokens, outcome);
    }
}
