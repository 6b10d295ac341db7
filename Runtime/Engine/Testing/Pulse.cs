namespace Workflows.Runtime.Engine.Testing;

/// <summary>Tells whoever waits that something may have changed. Take <see cref="Next"/> first, then look, then wait.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource? _next;

    public Task Next
    {
        get
        {
            TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref _next, next, null) ?? next).Task;
        }
    }

    public void Beat() => Interlocked.Exchange(ref _next, null)?.TrySetResult();
}
