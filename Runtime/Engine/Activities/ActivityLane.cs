namespace Workflows.Runtime.Engine.Activities;

/// <summary>The activities of one resource class, or of none: those that wait, first come first served, and how many run of at most so many.</summary>
internal sealed class ActivityLane(string? resourceClass, int limit)
{
    private readonly Queue<ActivityWork> _waiting = [];

    public int Waiting => _waiting.Count;

    public int Running { get; private set; }

    public void Add(ActivityWork work) => _waiting.Enqueue(work);

    /// <summary>Takes the next one off the queue when there is room for it to run.</summary>
    public ActivityWork? TakeNext() => Running < limit && _waiting.TryDequeue(out ActivityWork? work) ? work : null;

    /// <summary>Where an activity waits here; null: it does not. It goes through all that wait before it.</summary>
    /// <param name="execution">Its execution.</param>
    /// <param name="task">Its number there.</param>
    /// <param name="isPassedOver">Tells those for whom nobody waits any more: their place is nobody's.</param>
    public ActivityPlace? PlaceOf(long execution, int task, Func<ActivityWork, bool> isPassedOver)
    {
        int place = 0;
        foreach (ActivityWork work in _waiting)
        {
            place += isPassedOver(work) ? 0 : 1;
            if (work.Execution == execution && work.TaskId == task)
            {
                return new ActivityPlace(resourceClass, place, Waiting, Running, limit);
            }
        }

        return null;
    }

    public void Began() => Running++;

    public void Ended() => Running--;

    public void Clear() => _waiting.Clear();
}
