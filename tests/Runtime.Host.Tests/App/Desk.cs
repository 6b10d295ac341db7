using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Workflows.Runtime.Host.App;

/// <summary>Where timer and queue functions report, and where tests say what they do.</summary>
internal sealed class Desk
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Channel<object>> _reports = new();
    private int _running;

    /// <summary>What each run does, by the function's name and what it got, after it has reported.</summary>
    public Func<string, object, CancellationToken, Task> Work { get; set; } = (_, _, _) => Task.CompletedTask;

    public int MostAtOnce { get; private set; }

    public async Task RunAsync(string function, object what, CancellationToken cancellationToken)
    {
        int running = Interlocked.Increment(ref _running);
        lock (_reports)
        {
            MostAtOnce = Math.Max(MostAtOnce, running);
        }

        try
        {
            ReportsOf(function).Writer.TryWrite(what);
            await Work(function, what, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    /// <summary>The next run's report, in order.</summary>
    public async Task<T> NextAsync<T>(string function)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        return (T)await ReportsOf(function).Reader.ReadAsync(patience.Token);
    }

    public int Waiting(string function) => ReportsOf(function).Reader.Count;

    private Channel<object> ReportsOf(string function) => _reports.GetOrAdd(function, _ => Channel.CreateUnbounded<object>());
}
