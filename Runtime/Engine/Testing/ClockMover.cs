namespace Workflows.Runtime.Engine.Testing;

/// <summary>Moves a virtual clock for one run of an engine: from due time to due time, and only when the engine is still.</summary>
internal sealed class ClockMover : IAsyncDisposable
{
    private readonly EngineCore _core;
    private readonly VirtualTime _time;
    private readonly AutoAdvance _mode;
    private readonly Pulse _pulse = new();
    private readonly Stillness _stillness;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    public ClockMover(EngineCore core, VirtualTime time, DurableTestHostOptions options)
    {
        _core = core;
        _time = time;
        _mode = options.AutoAdvance;
        if (_mode != AutoAdvance.Never && !time.TryTake(this))
        {
            throw new InvalidOperationException(
                $"This {nameof(VirtualTime)} is moved by another test host that runs: give each a clock of its own, or set {nameof(AutoAdvance)}.{nameof(AutoAdvance.Never)}.");
        }

        _stillness = new Stillness(core, time, options, _pulse);
        _core.Work.TracksUnits = true;
        _core.Work.Left += _pulse.Beat;
        _core.Watch.WaitBegan += _pulse.Beat;
        _time.Changed += _pulse.Beat;
    }

    private bool MayMove => _mode == AutoAdvance.Always || _core.Watch.Waiters.Contains(null);

    /// <summary>Begins to move the clock, where the mode is to move it.</summary>
    public void Start()
    {
        if (_mode != AutoAdvance.Never)
        {
            _run = Task.Run(RunAsync);
        }
    }

    public Task WhenStillAsync(CancellationToken cancellation) => _stillness.WaitAsync(cancellation);

    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await _stillness.WaitAsync(cancellation);
            DateTimeOffset target = _time.GetUtcNow() + by;
            while (NextDue() is { } due && due < target)
            {
                _time.MoveTo(due);
                await _stillness.WaitAsync(cancellation);
            }

            _time.MoveTo(target);
            await _stillness.WaitAsync(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run;
        _time.Changed -= _pulse.Beat;
        _time.GiveBack(this);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                Task change = _pulse.Next;
                if (!await TryMoveAsync())
                {
                    await change.WaitAsync(_stop.Token);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // That is how it ends.
        }
        catch (Exception e)
        {
            // Nobody moves the clock any more: whoever waits is told, instead of waiting for ever.
            _core.Watch.Close(new InvalidOperationException($"A timer's callback failed on the {nameof(VirtualTime)}, which stands still from now on: {e.Message}", e));
        }
    }

    private async Task<bool> TryMoveAsync()
    {
        await _turn.WaitAsync(_stop.Token);
        try
        {
            if (!MayMove || !await _stillness.IsStillAsync(_stop.Token) || !MayMove || NextDue() is not { } due)
            {
                return false;
            }

            _time.MoveTo(due);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The next time at which anything is due: in the engine, or by another timer of the clock.</summary>
    private DateTimeOffset? NextDue()
    {
        DateTimeOffset? others = _time.NextDueBesideEngines;
        if (_core.NextDue is not { } engines)
        {
            return others;
        }

        // The engine sets its timer to whole milliseconds. One that is due and has not rung yet is about to.
        TimeSpan wait = engines - _core.Now();
        DateTimeOffset rings = wait > TimeSpan.Zero
            ? _time.GetUtcNow() + TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds))
            : _time.NextDue ?? _time.GetUtcNow();
        return others < rings ? others : rings;
    }
}
