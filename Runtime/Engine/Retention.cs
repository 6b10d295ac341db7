using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine;

/// <summary>
/// Purges instances that ended longer ago than is kept, little by little, so that other commits are not held up. The pages that they took are used again.
/// Its clockwork is its own: a controlled clock is not moved for its sake.
/// </summary>
internal sealed class Retention : IAsyncDisposable
{
    private const int Batch = 100;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly SqliteJournal _journal;
    private readonly Func<DateTimeOffset> _now;
    private readonly EngineLog _log;
    private readonly TimeSpan _age;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private Task _sweep = Task.CompletedTask;
    private bool _queued;
    private volatile bool _stopped;

    public Retention(SqliteJournal journal, TimeProvider time, Func<DateTimeOffset> now, EngineLog log, TimeSpan age)
    {
        _journal = journal;
        _now = now;
        _log = log;
        _age = age;
        TimeSpan period = TimeSpan.FromTicks(Math.Clamp(age.Ticks / 4, Shortest.Ticks, Longest.Ticks));
        _timer = time.CreateTimer(_ => Begin(), null, TimeSpan.Zero, period);
    }

    /// <summary>The sweep that runs, or the last one.</summary>
    public Task Sweep
    {
        get
        {
            lock (_gate)
            {
                return _sweep;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        await _timer.DisposeAsync();
        await Sweep;
    }

    private void Begin()
    {
        lock (_gate)
        {
            if (!_queued && !_stopped)
            {
                _queued = true;
                Task before = _sweep;
                _sweep = Task.Run(() => SweepAfterAsync(before));
            }
        }
    }

    private async Task SweepAfterAsync(Task before)
    {
        await before;
        lock (_gate)
        {
            _queued = false;
        }

        await SweepAsync();
    }

    private async Task SweepAsync()
    {
        long before = Math.Max(0, _now().UtcTicks - _age.Ticks);
        int purged = 0;
        try
        {
            for (int found = Batch; found == Batch && !_stopped;)
            {
                int removed = 0;
                await _journal.CommitAsync(session =>
                {
                    List<string> ids = InstanceTable.ListEndedBefore(session, before, Batch);
                    found = ids.Count;
                    removed = ids.Sum(id => InstancePurge.Run(session, id, recursive: true));
                });
                purged += removed;
            }
        }
        catch (JournalException e)
        {
            _log.RetentionFailed(e);
        }

        if (purged > 0)
        {
            _log.Purged(purged, _age);
        }
    }
}
