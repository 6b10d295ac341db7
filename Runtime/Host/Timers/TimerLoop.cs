using Microsoft.Extensions.Logging;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Engine.HostTables;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Invocation;
using Workflows.Runtime.Host.Triggers;

namespace Workflows.Runtime.Host.Timers;

/// <summary>
/// Runs one timer function, never twice at once. Its times are stored after each run, as on the Functions host: a run that a crash
/// or a stop cuts off is made up for at the next start, so a run happens at least once. A run that failed counts as one, once it has been retried as its function asks.
/// </summary>
internal sealed class TimerLoop(HostFunction function, ITimerSchedule schedule, HostTables tables, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);
    private static readonly TimeSpan Slip = TimeSpan.FromSeconds(1);

    private readonly TimerTriggerAttribute _trigger = (TimerTriggerAttribute)function.Trigger;
    private TimerStatus _status = null!;
    private bool _late;

    /// <summary>Reads, or begins, the times, so that they count from the start of the host.</summary>
    /// <exception cref="JournalException">The data file cannot be used.</exception>
    public async Task PrepareAsync()
    {
        DateTimeOffset now = time.GetUtcNow();
        TimerStatus? stored = _trigger.UseMonitor ? await tables.ReadAsync(session => TimerStatusTable.Read(session, function.Name)) : null;
        _status = stored is null ? new TimerStatus(null, schedule.After(now), now) : Renewed(stored, now);
        if (_trigger.UseMonitor && _status != stored)
        {
            await WriteAsync();
        }

        _late = now > _status.Next;
    }

    /// <summary>Runs the function until the host stops.</summary>
    public async Task RunAsync(TriggerRuns runs, CancellationToken stopping)
    {
        try
        {
            if (_late || _trigger.RunOnStartup)
            {
                await FireAsync(runs, offSchedule: true, stopping);
            }

            while (true)
            {
                await WaitAsync(_status.Next, stopping);
                await FireAsync(runs, offSchedule: false, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>The stored times, reckoned anew when the schedule is not the one they were reckoned by.</summary>
    private TimerStatus Renewed(TimerStatus stored, DateTimeOffset now)
    {
        DateTimeOffset expected = schedule.After(stored.Last ?? stored.Updated);
        return stored.Next == expected ? stored : new TimerStatus(null, expected < now ? schedule.After(now) : expected, expected < now ? now : stored.Last ?? stored.Updated);
    }

    private async Task WaitAsync(DateTimeOffset due, CancellationToken stopping)
    {
        for (DateTimeOffset now = time.GetUtcNow(); now < due; now = time.GetUtcNow())
        {
            using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);

            // Rounded up: a timer may ring a little before the clock says so.
            double left = Math.Ceiling(Math.Min((due - now).TotalMilliseconds, LongestWait.TotalMilliseconds));
            Task delay = Task.Delay(TimeSpan.FromMilliseconds(left), time, enough.Token);
            if (time.GetUtcNow() - now < Slip)
            {
                await delay;
            }
            else
            {
                // The clock moved on before the timer was set (a machine that slept): it would ring too late.
                await enough.CancelAsync();
            }
        }
    }

    private async Task FireAsync(TriggerRuns runs, bool offSchedule, CancellationToken stopping)
    {
        DateTimeOffset began = time.GetUtcNow();
        TimerInfo info = new() { IsPastDue = _late, ScheduleStatus = _trigger.UseMonitor ? Told() : null };
        await RunToItsEndAsync(runs, info, began, stopping);

        // A clock that was set back meanwhile must not make the same time come twice.
        DateTimeOffset last = !offSchedule && _status.Next > began ? _status.Next : began;
        _status = new TimerStatus(last, schedule.After(last), last);
        _late = false;
        if (_trigger.UseMonitor)
        {
            await KeepAsync();
        }
    }

    /// <summary>One run, and those after it that the function's rule asks for while runs fail.</summary>
    /// <exception cref="OperationCanceledException">Cut off: the times stay as they are, and the next start makes up for it.</exception>
    private async Task RunToItsEndAsync(TriggerRuns runs, TimerInfo info, DateTimeOffset began, CancellationToken stopping)
    {
        Dictionary<string, object?> data = new() { ["TimerTrigger"] = began.UtcDateTime.ToString("O") };
        for (int retries = 0; ; retries++)
        {
            stopping.ThrowIfCancellationRequested();
            try
            {
                await runs.RunAsync(function, info, data, new HostRetryContext(retries, function.Retry?.MaxRetryCount ?? 0), stopping);
                return;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                HostLog.FunctionFailed(logger, function.Name, e);
            }
            catch (Exception)
            {
                throw new OperationCanceledException(stopping);
            }

            if (function.Retry is not { } rule || !rule.Allows(retries))
            {
                return;
            }

            await WaitAsync(time.GetUtcNow() + rule.DelayBefore(retries + 1), stopping);
        }
    }

    private ScheduleStatus Told() => new()
    {
        Last = _status.Last?.UtcDateTime ?? default,
        Next = _status.Next.UtcDateTime,
        LastUpdated = _status.Updated.UtcDateTime,
    };

    private async Task KeepAsync()
    {
        try
        {
            await WriteAsync();
        }
        catch (JournalException e)
        {
            HostLog.TimerNotKept(logger, function.Name, e);
        }
    }

    private async Task WriteAsync() => await tables.WriteAsync(session => TimerStatusTable.Write(session, function.Name, _status));
}
