namespace Workflows.Bench.Runtime.Measuring;

/// <summary>Ends when so many things have happened, on whatever threads.</summary>
internal sealed class Countdown(int count)
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = count;

    /// <summary>Ends with the last of them.</summary>
    public Task End => _end.Task;

    /// <summary>Says that one has happened.</summary>
    public void Signal()
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _end.SetResult();
        }
    }
}
