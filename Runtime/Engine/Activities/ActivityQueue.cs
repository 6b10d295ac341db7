using System.Runtime.InteropServices;

namespace Workflows.Runtime.Engine.Activities;

/// <summary>
/// Activities that wait and activities that run, each in the lane of its resource class: in a lane at most so many at once, first come first served. Those that wait for an
/// execution that has ended are passed over. Not safe for use by several threads at once.
/// </summary>
internal sealed class ActivityQueue
{
    private readonly ActivityLane _rest;
    private readonly Dictionary<string, ActivityLane> _classes;
    private readonly ActivityLane[] _lanes;
    private readonly Dictionary<long, int> _waitingByExecution = [];
    private readonly Dictionary<long, long> _ended = [];
    private readonly Dictionary<long, Dictionary<int, CancellationTokenSource>> _running = [];

    public ActivityQueue(ActivityLimits limits)
    {
        _rest = new ActivityLane(null, limits.Rest);
        _classes = limits.Classes.ToDictionary(entry => entry.Key, entry => new ActivityLane(entry.Key, entry.Value), StringComparer.Ordinal);
        _lanes = [_rest, .. _classes.Values];
    }

    public int Waiting => _lanes.Sum(lane => lane.Waiting);

    public int Running => _lanes.Sum(lane => lane.Running);

    public void Add(ActivityWork work)
    {
        LaneOf(work).Add(work);
        CollectionsMarshal.GetValueRefOrAddDefault(_waitingByExecution, work.Execution, out _)++;
    }

    /// <summary>Where an activity waits; null: it does not.</summary>
    public ActivityPlace? PlaceOf(long execution, int task) => _waitingByExecution.ContainsKey(execution)
        ? _lanes.Select(lane => lane.PlaceOf(execution, task, IsEnded)).FirstOrDefault(place => place is not null)
        : null;

    /// <summary>Takes the next one that may run now.</summary>
    /// <param name="passedOver">How many were thrown away because nobody waits for them.</param>
    public (ActivityWork Work, CancellationTokenSource Cancellation)? TakeNext(out int passedOver)
    {
        passedOver = 0;
        foreach (ActivityLane lane in _lanes)
        {
            while (lane.TakeNext() is { } work)
            {
                if (Begin(work) is { } source)
                {
                    lane.Began();
                    return (work, source);
                }

                passedOver++;
            }
        }

        return null;
    }

    public void Done(ActivityWork work)
    {
        Dictionary<int, CancellationTokenSource> siblings = _running[work.Execution];
        siblings.Remove(work.TaskId);
        LaneOf(work).Ended();
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
        thrownAway = Waiting;
        foreach (ActivityLane lane in _lanes)
        {
            lane.Clear();
        }

        _waitingByExecution.Clear();
        _ended.Clear();
        return [.. _running.Values.SelectMany(running => running.Values)];
    }

    private ActivityLane LaneOf(ActivityWork work) => work.ResourceClass is { } name && _classes.TryGetValue(name, out ActivityLane? lane) ? lane : _rest;

    private bool IsEnded(ActivityWork work) => _ended.TryGetValue(work.Execution, out long last) && work.Sequence <= last;

    /// <returns>What cancels it; null when nobody waits for it, or it runs already.</returns>
    private CancellationTokenSource? Begin(ActivityWork work)
    {
        bool ended = IsEnded(work);
        ref int waiting = ref CollectionsMarshal.GetValueRefOrAddDefault(_waitingByExecution, work.Execution, out _);
        if (--waiting == 0)
        {
            _waitingByExecution.Remove(work.Execution);
            _ended.Remove(work.Execution);
        }

        CancellationTokenSource source = new();
        if (!ended && OfExecution(work.Execution).TryAdd(work.TaskId, source))
        {
            return source;
        }

        source.Dispose();
        return null;
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
