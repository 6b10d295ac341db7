namespace Workflows.Runtime.Engine.Activities;

/// <summary>The activities of one resource class, or of none: those that wait, first come first served, and how many run of at most so many.</summary>
internal sealed class ActivityLane(int limit)
{
    private readonly Queue<ActivityWork> _waiting = [];

    public int Waiting => _waiting.Count;

    public int Running { get; private set; }

    public void Add(ActivityWork work) => _waiting.Enqueue(work);

    /// <summary>Takes the next one off the queue when there is room for it to run.</summary>
    public ActivityWork? TakeNext() => Running < limit && _waiting.TryDequeue(out ActivityWork? work) ? work : null;

    public void Began() => Running++;

    public void Ended() => Running--;

    public void Clear() => _waiting.Clear();
}
