namespace Workflows.Runtime.Engine.Testing;

/// <summary>Knows when nothing more happens in an engine unless its clock moves or somebody outside does something.</summary>
/// <param name="core">The engine.</param>
/// <param name="time">Its clock.</param>
/// <param name="quietPeriod">For how long all that is in hand must wait for the clock before it counts as waiting; infinite for never.</param>
/// <param name="realTime">Measures that.</param>
/// <param name="pulse">Beats when any of this may have changed.</param>
internal sealed class Stillness(EngineCore core, VirtualTime time, TimeSpan quietPeriod, TimeProvider realTime, Pulse pulse)
{
    // A process that was held up for a while finds one delay over at once, but hardly all.
    private const int Slices = 4;

    public async Task WaitAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task change = pulse.Next;
            if (await IsStillAsync(cancellation))
            {
                return;
            }

            await change.WaitAsync(cancellation);
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

        if (quietPeriod == Timeout.InfiniteTimeSpan || !OnlyWaits())
        {
            return false;
        }

        for (int i = 0; i < Slices; i++)
        {
            await Task.Delay(quietPeriod / Slices, realTime, cancellation);
            if (version != time.Version || !OnlyWaits())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all activities and operations in hand have a timer on the clock, or wait for an instance.</summary>
    private bool OnlyWaits()
    {
        if (time.IsRinging)
        {
            return false;
        }

        int waiting = time.Owners.Concat(core.Watch.Waiters).Where(unit => unit?.IsUnderWay(core.Work) == true).Distinct().Count();
        return waiting > 0 && core.Work.InHand - core.Queued == waiting;
    }
}
