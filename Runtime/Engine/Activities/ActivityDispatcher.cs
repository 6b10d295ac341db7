using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Activities;

/// <summary>
/// Runs activities, at most so many at once, first come first served. An activity may run again after a crash, its result counts once.
/// Those of an execution that has ended are cancelled.
/// </summary>
internal sealed class ActivityDispatcher(EngineCore engine, int limit)
{
    private readonly Queue<ActivityWork> _waiting = [];
    private readonly Dictionary<(long Execution, int TaskId), CancellationTokenSource> _running = [];
    private readonly Dictionary<long, int> _runningByExecution = [];
    private readonly ConcurrentDictionary<Task, byte> _tasks = [];
    private readonly Lock _gate = new();
    private bool _stopped;

    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    public int Running
    {
        get
        {
            lock (_gate)
            {
                return _running.Count;
            }
        }
    }

    public void Enqueue(ActivityWork work)
    {
        lock (_gate)
        {
            _waiting.Enqueue(work);
        }

        StartNext();
    }

    /// <summary>Cancels the running activities of an execution that has ended.</summary>
    public void Cancel(long execution)
    {
        List<CancellationTokenSource> sources;
        lock (_gate)
        {
            if (!_runningByExecution.ContainsKey(execution))
            {
                return;
            }

            sources = [.. _running.Where(r => r.Key.Execution == execution).Select(r => r.Value)];
        }

        sources.ForEach(source => source.Cancel());
    }

    /// <summary>Starts no more, cancels what runs and waits for it.</summary>
    public async Task StopAsync()
    {
        List<CancellationTokenSource> sources;
        lock (_gate)
        {
            _stopped = true;
            _waiting.Clear();
            sources = [.. _running.Values];
        }

        sources.ForEach(source => source.Cancel());
        await Task.WhenAll(_tasks.Keys);
    }

    private void StartNext()
    {
        while (true)
        {
            ActivityWork work;
            CancellationTokenSource source;
            lock (_gate)
            {
                if (_stopped || _running.Count >= limit || !_waiting.TryDequeue(out work!))
                {
                    return;
                }

                source = new CancellationTokenSource();
                if (!_running.TryAdd((work.Execution, work.TaskId), source))
                {
                    source.Dispose();
                    continue;
                }

                CollectionsMarshal.GetValueRefOrAddDefault(_runningByExecution, work.Execution, out _)++;
            }

            Task task = Task.Run(() => RunAsync(work, source));
            _tasks.TryAdd(task, 0);
            task.ContinueWith(done => _tasks.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task RunAsync(ActivityWork work, CancellationTokenSource source)
    {
        HistoryEvent? outcome = null;
        try
        {
            outcome = await InvokeAsync(work, source.Token);
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove((work.Execution, work.TaskId));
                ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(_runningByExecution, work.Execution, out _);
                if (--count == 0)
                {
                    _runningByExecution.Remove(work.Execution);
                }
            }

            if (outcome is not null)
            {
                engine.Deliver(new InboxMessage(0, work.Instance, work.Execution, outcome));
            }

            StartNext();
            source.Dispose();
        }
    }

    private async Task<HistoryEvent?> InvokeAsync(ActivityWork work, CancellationToken cancellationToken)
    {
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
            ITaskActivity? activity = engine.Orchestrations.Tasks.Activity(name, scope.ServiceProvider);
            if (activity is null)
            {
                return Failed(work, new TaskFailureDetails("ActivityTaskNotFound", $"No activity task named '{name}' was found.", null, null, null));
            }

            object? input = scheduled.Payload is null ? null : engine.Converter.Deserialize(scheduled.Payload, activity.InputType);
            EngineActivityContext context = new(new TaskName(name), work.Instance, scheduled.Details?.Version ?? string.Empty, cancellationToken);
            object? result = await activity.RunAsync(context, input);
            return new HistoryEvent { Kind = HistoryEventKind.ActivityCompleted, TaskId = work.TaskId, Payload = engine.Converter.Serialize(result) };
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
            return Failed(work, TaskFailureDetails.FromException(e));
        }
    }

    private static HistoryEvent Failed(ActivityWork work, TaskFailureDetails failure) =>
        new() { Kind = HistoryEventKind.ActivityFailed, TaskId = work.TaskId, Details = new EventDetails { Failure = failure } };
}
