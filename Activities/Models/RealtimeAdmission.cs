using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Models;

/// <summary>
/// Admits real-time calls of this process in memory, within the blocks that the fleet has given it: never more at once, and never more calls
/// or tokens, than a block has; nothing from three seconds before its end. Whoever holds it renews the blocks with <see cref="Ask"/> and
/// <see cref="Accept"/>. Safe for many threads.
/// </summary>
/// <param name="owner">This process, as no other is called that runs at the same time.</param>
/// <param name="time">The clock.</param>
/// <param name="start">When this process started, in milliseconds since 1970, UTC, where an earlier one may have had the same name.</param>
public sealed class RealtimeAdmission(string owner, TimeProvider time, long start = 0)
{
    private readonly Dictionary<string, RealtimeShare> shares = new(StringComparer.Ordinal);
    private readonly LinkedList<RealtimeWaiter> waiters = [];
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
                shares.Add(pool, share = new RealtimeShare(owner, start, pool));
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
            var isAccepted = block.Owner == owner && shares.TryGetValue(block.Pool, out var share) && share.Accept(block);
            Serve();
            return isAccepted;
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
            return Take(pool, tokens);
        }
    }

    /// <summary>Admits one call, waiting for a slot where the pool has any, or for the first block where none was asked for yet. Who waits longer is served first.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="tokens">The estimate of the prompt and the most that the answer may have.</param>
    /// <param name="patience">How long to wait; the answer is wanted within that too, so that room which comes too late for a usual call is given to the next.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The right to send at once; null: there is none, answer without the model.</returns>
    public async Task<RealtimeEntry?> EnterAsync(string pool, int tokens, TimeSpan patience, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(pool);
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        LinkedListNode<RealtimeWaiter> waiter;
        lock (gate)
        {
            if (Take(pool, tokens) is { } entry)
            {
                return entry;
            }

            if (patience <= TimeSpan.Zero || shares.GetValueOrDefault(pool)?.IsHopeless(time.GetUtcNow()) == true)
            {
                return null;
            }

            waiter = waiters.AddLast(new RealtimeWaiter(pool, tokens, time.GetUtcNow() + patience));
        }

        try
        {
            return await waiter.Value.Entry.Task.WaitAsync(patience, time, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            lock (gate)
            {
                // It may have been served in the same moment: nothing is sent by that entry any more.
                if (waiter.List is null)
                {
                    return e is TimeoutException ? waiter.Value.Entry.Task.Result : Unused(waiter.Value.Entry.Task.Result);
                }

                waiters.Remove(waiter);
                return null;
            }
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

    /// <summary>Whether the fleet should hear of a pool before its block is to be renewed: calls failed, and none was served.</summary>
    /// <param name="pool">The pool.</param>
    public bool IsFailing(string pool)
    {
        lock (gate)
        {
            return shares.GetValueOrDefault(pool)?.IsFailing == true;
        }
    }

    internal void End(RealtimeEntry entry, ModelSendOutcome? outcome)
    {
        lock (gate)
        {
            entry.Share.End(entry.Use, entry.Tokens, outcome);
            Serve();
        }
    }

    /// <summary>Gives what is free to those who wait for it, in their order. Whom it comes too late for waits no longer.</summary>
    private void Serve()
    {
        for (var node = waiters.First; node is not null;)
        {
            var next = node.Next;
            if (shares.GetValueOrDefault(node.Value.Pool)?.IsTooLateFor(node.Value.Until - time.GetUtcNow()) == true)
            {
                waiters.Remove(node);
                node.Value.Entry.SetResult(null);
            }
            else if (Take(node.Value.Pool, node.Value.Tokens) is { } entry)
            {
                waiters.Remove(node);
                node.Value.Entry.SetResult(entry);
            }

            node = next;
        }
    }

    private RealtimeEntry? Take(string pool, int tokens) => shares.TryGetValue(pool, out var share) && share.TryTake(tokens, time.GetUtcNow()) is { } taken
        ? new RealtimeEntry(this, share, taken.Use, taken.Block, tokens, taken.SendBefore)
        : null;

    private static RealtimeEntry? Unused(RealtimeEntry? entry)
    {
        entry?.Dispose();
        return null;
    }
}
