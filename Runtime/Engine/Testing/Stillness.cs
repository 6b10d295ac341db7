namespace Workflows.Runtime.Engine.Testing;

/// <summary>Knows when nothing more happens in an engine unless its clock moves or somebody outside does something.</summary>
/// <param name="core">The engine.</param>
/// <param name="time">Its clock.</param>
/// <param name="options">For how long all that is in hand must wait for the clock before it counts as waiting, and how long that may take.</param>
/// <param name="pulse">Beats when any of this may have changed.</param>
internal sealed class Stillness(EngineCore core, VirtualTime time, DurableTestHostOptions options, Pulse pulse)
{
    // A process that was held up for a while finds one delay over at once, but hardly all.
    private const int Slices = 4;

    /// <summary>Ends when it is still, and what is kept for a while only has been purged.</summary>
    /// <exception cref="TimeoutException">It took too long; the message says what is in hand.</exception>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        if (!await IsStillAsync(cancellation))
        {
            await WaitPatientlyAsync(cancellation);
        }

        if (core.Retention is { } retention)
        {
            await retention.Sweep.WaitAsync(cancellation);
        }
    }

    /// <returns>True when it was still; after false, the pulse beats when it is worth looking again.</returns>
    public async Task<bool> IsStillAsync(CancellationToken cancellation)
    {
        // A ring that begins or ends between the two looks changes the version.
        long version = time.Version;
        if (!time.IsRinging && core.Work.IsIdle && version == time.Version)
        {
            return true;
        }

        if (options.QuietPeriod == Timeout.InfiniteTimeSpan || !OnlyWaits())
        {
            return false;
        }

        for (int i = 0; i < Slices; i++)
        {
            await Task.Delay(options.QuietPeriod / Slices, options.RealTime, cancellation);
            if (version != time.Version || !OnlyWaits())
            {
                return false;
            }
        }

        return true;
    }

    private async Task WaitPatientlyAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource patience = new(options.Patience, options.RealTime);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            while (true)
            {
                Task change = pulse.Next;
                if (await IsStillAsync(either.Token))
                {
                    return;
                }

                await change.WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"After {options.Patience} the engine still has in hand: {string.Join(", ", core.Work.Units.DefaultIfEmpty<object>("turns"))}. Have it end, have it wait on the host's clock, or move the clock with {nameof(VirtualTime)}.{nameof(VirtualTime.Advance)}.");
        }
        catch (OperationCanceledException e)
        {
            // The caller knows its own token only.
            throw new OperationCanceledException(e.Message, e, cancellation);
        }
    }

    /// <summary>Whether all activities and operations in hand have a timer on the clock, or wait for an instance.</summary>
    private bool OnlyWaits()
    {
        if (time.IsRinging)
        {
            return false;
        }

        int waiting = time.Owners.Concat(core.Watch.Waiters).Where(unit => unit is not null && core.Work.IsUnderWay(unit)).Distinct().Count();
        return waiting > 0 && core.Work.InHand - core.Queued == waiting;
    }
}
