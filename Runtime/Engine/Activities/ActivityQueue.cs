using System.Runtime.InteropServices;

namespace Workflows.Runtime.Engine.Activities;

/// <summary>
/// Activities that wait and activities that run, at most so many at once, first come first served. Those that wait for an execution
/// that has ended are passed over. Not safe for use by several threads at once.
/// </summary>
internal sealed class ActivityQueue(int limit)
{
    private readonly Queue<ActivityWork> _waiting = [];
    private readonly Dictionary<long, int> _waitingByExecution = [];
    private readonly Dictionary<long, long> _ended = [];
    private readonly Dictionary<long, Dictionary<int, CancellationTokenSource>> _running = [];

    public int Waiting => _waiting.Count;

    public int Running { get; private set; }

    public void Add(ActivityWork work)
    {
        _waiting.Enqueue(work);
        CollectionsMarshal.GetValueRefOrAddDefault(_waitingByExecution, work.Execution, out _)++;
    }

    /// <summary>Takes the next one that may run now.</summary>
    /// <param name="passedOver">How many were thrown away because nobody waits for them.</param>
    public (ActivityWork Work, CancellationTokenSource Cancellation)? TakeNext(out int passedOver)
    {
        passedOver = 0;
        while (Running < limit && _waiting.TryDequeue(out ActivityWork? work))
        {
            bool ended = _ended.TryGetValue(work.Execution, out long last) && work.Sequence <= last;
            ref int waiting = ref CollectionsMarshal.GetValueRefOrAddDefault(_waitingByExecution, work.Execution, out _);
            if (--waiting == 0)
            {
                _waitingByExecution.Remove(work.Execution);
                _ended.Remove(work.Execution);
            }

            CancellationTokenSource source = new();
            if (!ended && OfExecution(work.Execution).TryAdd(work.TaskId, source))
            {
                Running++;
                return (work, source);
            }

            source.Dispose();
            passedOver++;
        }

        return null;
    }

    public void Done(ActivityWork work)
    {
        Dictionary<int, CancellationTokenSource> siblings = _running[work.Execution];
        siblings.Remove(work.TaskId);
        Running--;
        if (siblings.Count == 0)
        {
            _running.Remove(work.Execution);
        }
    }

    /// <summary>Has those of an execution that still wait passed over.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="last">The end of its history: what a rewind schedules comes after it.</param>
    /// <returns>What cancels those that run.</returns>
    public List<CancellationTokenSource> End(long execution, long last)
    {
        if (_waitingByExecution.ContainsKey(execution))
        {
            _ended[execution] = last;
        }

        return _running.TryGetValue(execution, out Dictionary<int, CancellationTokenSource>? running) ? [.. running.Values] : [];
    }

    /// <summary>Throws away what waits.</summary>
    /// <param name="thrownAway">How many that were.</param>
    /// <returns>What cancels those that run.</returns>
    public List<CancellationTokenSource> EndAll(out int thrownAway)
    {
        thrownAway = _waiting.Count;
        _waiting.Clear();
        _waitingByExecution.Clear();
        _ended.Clear();
        return [.. _running.Values.SelectMany(running => running.Values)];
    }

    private Dictionary<int, CancellationTokenSource> OfExecution(long execution)
    {
        if (!_running.TryGetValue(execution, out Dictionary<int, CancellationTokenSource>? running))
        {
            _running.Add(execution, running = []);
        }

        return running;
    }
}
