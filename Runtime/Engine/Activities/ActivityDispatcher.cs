using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Runtime.Engine.Failures;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Activities;

/// <summary>
/// Runs activities, of each resource class at most so many at once, first come first served. An activity may run again after a crash, its result counts once.
/// Those of an execution that has ended are cancelled, or not begun at all.
/// </summary>
internal sealed class ActivityDispatcher(EngineCore engine, ActivityLimits limits)
{
    private readonly ActivityQueue _queue = new(limits);
    private readonly Lock _gate = new();
    private int _runs;
    private bool _stopped;
    private TaskCompletionSource? _lastEnded;

    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _queue.Waiting;
            }
        }
    }

    public int Running
    {
        get
        {
            lock (_gate)
            {
                return _queue.Running;
            }
        }
    }

    /// <summary>Where an activity waits for its turn; null: it runs, or its call has not come here yet.</summary>
    public ActivityPlace? PlaceOf(long execution, int task)
    {
        lock (_gate)
        {
            return _queue.PlaceOf(execution, task);
        }
    }

    public void Enqueue(ActivityWork work)
    {
        lock (_gate)
        {
            if (_stopped)
            {
                return;
            }

            engine.Work.Enter();
            _queue.Add(work);
        }

        StartNext();
    }

    /// <summary>Cancels the activities of an execution that has ended.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="last">The end of its history.</param>
    public void Cancel(long execution, long last)
    {
        List<CancellationTokenSource> sources;
        lock (_gate)
        {
            sources = _queue.End(execution, last);
        }

        sources.ForEach(Cancel);
    }

    /// <summary>Starts no more, cancels what runs and waits for it, but not for ever: who does not heed the cancellation is left behind.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        List<CancellationTokenSource> sources;
        int thrownAway;
        Task lastEnded;
        lock (_gate)
        {
            _stopped = true;
            _lastEnded ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            TellIfLast();
            lastEnded = _lastEnded.Task;
            sources = _queue.EndAll(out thrownAway);
        }

        for (int i = 0; i < thrownAway; i++)
        {
            engine.Work.Leave();
        }

        sources.ForEach(Cancel);
        await Task.WhenAny(lastEnded, Task.Delay(patience, TimeProvider.System));
    }

    // What an activity hangs on its token is its own code: it runs elsewhere, and what it throws is its own affair.
    private static void Cancel(CancellationTokenSource source) =>
        source.CancelAsync().ContinueWith(done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private void StartNext()
    {
        while (true)
        {
            (ActivityWork Work, CancellationTokenSource Cancellation)? next;
            int passedOver;
            lock (_gate)
            {
                next = _queue.TakeNext(out passedOver);

                // From here on, and not only once a thread has it: a stop waits for what it has not thrown away.
                _runs += next is null ? 0 : 1;
            }

            for (int i = 0; i < passedOver; i++)
            {
                engine.Work.Leave();
            }

            if (next is not { } found)
            {
                return;
            }

            _ = Task.Run(() => RunAsync(found.Work, found.Cancellation.Token));
        }
    }

    private async Task RunAsync(ActivityWork work, CancellationToken cancellationToken)
    {
        engine.RunningActivities.Began(work, engine.Now());
        HistoryEvent? outcome = await InvokeAsync(work, cancellationToken);
        engine.RunningActivities.Ended(work);
        lock (_gate)
        {
            _queue.Done(work);
        }

        try
        {
            if (outcome is not null)
            {
                engine.Deliver(new InboxMessage(0, work.Instance, work.Execution, outcome));
            }
        }
        finally
        {
            StartNext();
            engine.Work.Leave();
            lock (_gate)
            {
                _runs--;
                TellIfLast();
            }
        }
    }

    private void TellIfLast()
    {
        if (_runs == 0)
        {
            _lastEnded?.TrySetResult();
        }
    }

    private async Task<HistoryEvent?> InvokeAsync(ActivityWork work, CancellationToken cancellationToken)
    {
        using WorkUnit? unit = engine.Work.BeginUnit("activity", work.Scheduled?.Name, work.Instance);
        using IDisposable? logged = work.ResourceClass is { } taken ? engine.Log.BeginWork(taken, work.Instance) : null;
        string name = string.Empty;
        try
        {
            HistoryEvent? scheduled = work.Scheduled
                ?? engine.Journal.Read(session => HistoryTable.ReadOne(session, work.Execution, work.Sequence));
            if (scheduled is null)
            {
                return null;
            }

            name = scheduled.Name!;
            await using AsyncServiceScope scope = engine.Services.CreateAsyncScope();
            ITaskActivity? activity = engine.Orchestrations.Tasks.Activity(name, scheduled.Details?.Version, scope.ServiceProvider);
            if (activity is null)
            {
                return Failed(work, TaskNotFound.OfActivity(name, scheduled.Details?.Version));
            }

            object? input = scheduled.Payload is null ? null : engine.Converter.Deserialize(scheduled.Payload, activity.InputType);
            EngineActivityContext context = new(new TaskName(name), work.Instance, scheduled.Details?.Version ?? string.Empty, cancellationToken);
            object? result = await activity.RunAsync(context, input);
            return new HistoryEvent { Kind = HistoryEventKind.ActivityCompleted, TaskId = work.TaskId, Payload = engine.Converter.Serialize(result) };
        }
        catch (JournalException e) when (work.Scheduled is null && name.Length == 0)
        {
            // Its input could not be read: that is the file's fault and no outcome of the activity.
            engine.Trouble.NotWritten(work.Instance, e);
            engine.EnqueueLater(work);
            return null;
        }
        catch (Exception e)
        {
            lock (_gate)
            {
                if (_stopped)
                {
                    // The engine is going down: the activity runs again at the next start.
                    return null;
                }
            }

            engine.Log.ActivityFailed(name, work.Instance, e.GetType().FullName ?? e.GetType().Name);
            return Failed(work, engine.Orchestrations.Failures.Describe(e));
        }
    }

    private static HistoryEvent Failed(ActivityWork work, TaskFailureDetails failure) =>
        new() { Kind = HistoryEventKind.ActivityFailed, TaskId = work.TaskId, Details = new EventDetails { Failure = failure } };
}
