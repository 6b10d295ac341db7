using System.Collections.Concurrent;

namespace Workflows.Runtime.Host.App;

/// <summary>Another clock, and how many timers of each length were made on it: a test that moves the clock waits for them first.</summary>
internal sealed class CountingClock(TimeProvider inner) : TimeProvider
{
    private readonly ConcurrentDictionary<TimeSpan, int> _timers = new();

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = inner.CreateTimer(callback, state, dueTime, period);
        _timers.AddOrUpdate(dueTime, 1, (_, count) => count + 1);
        return timer;
    }

    public async Task UntilMadeAsync(TimeSpan length, int count)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (_timers.GetValueOrDefault(length) < count)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
