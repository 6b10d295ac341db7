using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Planner.Running;

/// <summary>
/// Moves a virtual clock under an engine: from timer to timer, each alone, and only when the engine has nothing in hand but requests that wait
/// at the simulator for the clock. With each timer alone, what falls on one moment happens in one order, the same in every run.
/// </summary>
internal sealed class ClockDriver : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly EngineCore _core;
    private readonly VirtualTime _time;
    private readonly WaitClock _waits;
    private readonly Pulse _pulse = new();

    public ClockDriver(EngineCore core, VirtualTime time, WaitClock waits)
    {
        _core = core;
        _time = time;
        _waits = waits;
        _core.Work.Left += _pulse.Beat;
        _time.Changed += _pulse.Beat;
        _waits.Waits += _pulse.Beat;
    }

    private bool IsStill
    {
        get
        {
            // A ring that begins or ends between the looks, and a timer that is set or removed, changes the version.
            long version = _time.Version;
            return !_time.IsRinging && _core.Work.InHand == _waits.Waiting && version == _time.Version;
        }
    }

    /// <summary>Moves the clock until a task has ended.</summary>
    /// <exception cref="TimeoutException">Nothing is due any more, or something stays in hand that does not wait for the clock.</exception>
    public async Task RunUntilAsync(Task end, CancellationToken cancellation)
    {
        while (!end.IsCompleted)
        {
            Task change = _pulse.Next;
            if (IsStill && _time.RingNext())
            {
                continue;
            }

            await Task.WhenAny(change, end).WaitAsync(Patience, TimeProvider.System, cancellation);
        }

        await end;
    }

    public void Dispose()
    {
        _core.Work.Left -= _pulse.Beat;
        _time.Changed -= _pulse.Beat;
        _waits.Waits -= _pulse.Beat;
    }
}
