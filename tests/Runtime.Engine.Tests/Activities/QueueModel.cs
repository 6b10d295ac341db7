namespace Workflows.Runtime.Engine.Activities;

/// <summary>A queue of activities beside the plainest statement of what it promises: a list of all that arrived and has not ended.</summary>
internal sealed class QueueModel(int total, IReadOnlyDictionary<string, int> classes)
{
    private static readonly string?[] Names = [null, "gpu", "cpu", "npu"];

    private readonly ActivityQueue _queue = new(new ActivityLimits(total, classes));
    private readonly List<ActivityWork> _there = [];
    private readonly HashSet<ActivityWork> _running = [];
    private int _number;

    public bool Agrees(IEnumerable<(int Kind, int Of)> steps)
    {
        foreach ((int kind, int of) in steps)
        {
            Do(kind, of);
            while (_queue.TakeNext(out int _) is { } next)
            {
                if (!_running.Add(next.Work) || _running.Count > total)
                {
                    return false;
                }
            }

            if (!IsRight() || _queue.Running != _running.Count)
            {
                return false;
            }
        }

        return true;
    }

    private void Do(int kind, int of)
    {
        if (kind < 6)
        {
            ActivityWork work = new("i", of / 4, ++_number, _number, Names[of % 4], null);
            _there.Add(work);
            _queue.Add(work);
        }
        else if (kind < 9 && _running.Count > 0)
        {
            ActivityWork done = _running.OrderBy(work => work.TaskId).ElementAt(of % _running.Count);
            _running.Remove(done);
            _there.Remove(done);
            _queue.Done(done);
        }
        else if (kind == 9)
        {
            _queue.End(of % 3, _number);
            _there.RemoveAll(work => work.Execution == of % 3 && !_running.Contains(work));
        }
    }

    /// <summary>Of each lane exactly the oldest run, as many as it has room for; those of an ended execution run on until they are done.</summary>
    private bool IsRight() => _there.GroupBy(LaneOf).All(lane =>
    {
        List<ActivityWork> running = [.. lane.Where(_running.Contains)];
        List<ActivityWork> waiting = [.. lane.Except(running)];
        int room = LimitOf(lane.Key);
        return running.Count <= room && (waiting.Count == 0 || running.Count == room) && waiting.All(later => running.All(one => one.TaskId < later.TaskId));
    });

    private string LaneOf(ActivityWork work) => work.ResourceClass is { } name && classes.ContainsKey(name) ? name : "";

    private int LimitOf(string lane) => lane.Length > 0 ? classes[lane] : total - classes.Values.Sum();
}
