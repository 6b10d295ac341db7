namespace Workflows.Runtime.Engine.Timers;

/// <summary>One entry of a <see cref="TimerQueue"/>.</summary>
internal sealed class TimerEntry(DateTimeOffset due, Action action)
{
    private Action? _action = action;

    public DateTimeOffset Due { get; } = due;

    public bool IsDone => Volatile.Read(ref _action) is null;

    /// <returns>False when it has run or was cancelled before.</returns>
    public bool TryCancel() => Interlocked.Exchange(ref _action, null) is not null;

    public void Run() => Interlocked.Exchange(ref _action, null)?.Invoke();
}
