using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Models;

/// <summary>
/// Admits real-time calls of this process in memory, within the blocks that the fleet has given it: never more at once, and never more calls
/// or tokens, than a block has; nothing from three seconds before its end. Whoever holds it renews the blocks with <see cref="Ask"/> and
/// <see cref="Accept"/>. Safe for many threads.
/// </summary>
/// <param name="owner">This start of this process, as no other is called.</param>
/// <param name="time">The clock.</param>
public sealed class RealtimeAdmission(string owner, TimeProvider time)
{
    private readonly Dictionary<string, RealtimeShare> shares = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>What to ask the fleet for next. Each question has a number of its own; only the answer to the last one counts.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="slots">Calls at once that are wanted; 0 gives back what is held.</param>
    /// <param name="calls">Calls that are wanted until the next renewal.</param>
    /// <param name="tokens">Tokens that are wanted until the next renewal.</param>
    public FleetBlockAsk Ask(string pool, int slots, int calls, int tokens)
    {
        ArgumentException.ThrowIfNullOrEmpty(pool);
        lock (gate)
        {
            if (!shares.TryGetValue(pool, out var share))
            {
                shares.Add(pool, share = new RealtimeShare(owner, pool));
            }

            return share.Ask(slots, calls, tokens);
        }
    }

    /// <summary>Takes a block into use instead of the one before.</summary>
    /// <param name="block">What the fleet answered to <see cref="Ask"/>.</param>
    /// <returns>False when it is not the answer to the last question: nothing changes then.</returns>
    public bool Accept(FleetBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        lock (gate)
        {
            return block.Owner == owner && shares.TryGetValue(block.Pool, out var share) && share.Accept(block);
        }
    }

    /// <summary>Admits one call, if there is room for it.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="tokens">The estimate of the prompt and the most that the answer may have.</param>
    /// <returns>The right to send at once; null: there is none, answer without the model.</returns>
    public RealtimeEntry? TryEnter(string pool, int tokens)
    {
        ArgumentException.ThrowIfNullOrEmpty(pool);
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        lock (gate)
        {
            return shares.TryGetValue(pool, out var share) && share.TryTake(tokens, time.GetUtcNow()) is { } taken
                ? new RealtimeEntry(this, share, taken.Use, taken.Block, tokens, taken.SendBefore)
                : null;
        }
    }

    /// <summary>When the block of a pool is to be renewed; null: there is none yet, ask now.</summary>
    /// <param name="pool">The pool.</param>
    public DateTimeOffset? RenewAt(string pool)
    {
        lock (gate)
        {
            return shares.GetValueOrDefault(pool)?.RenewAt;
        }
    }

    internal void End(RealtimeEntry entry, ModelSendOutcome? outcome)
    {
        lock (gate)
        {
            entry.Share.End(entry.Use, entry.Tokens, outcome);
        }
    }
}
