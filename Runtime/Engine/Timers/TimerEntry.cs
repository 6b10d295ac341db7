namespace Workflows.Runtime.Engine.Timers;

/// <summary>One entry of a <see cref="TimerQueue"/>.</summary>
internal sealed class TimerEntry(DateTimeOffset due, Action action)
{
    private Action? _action = action;

    public DateTimeOffset Due { get; } = due;

    public bool IsCanceled => Volatile.Read(ref _action) is null;

    public void Cancel() => Interlocked.Exchange(ref _action, null);

    public void Run() => Interlocked.Exchange(ref _action, null)?.Invoke();
}
