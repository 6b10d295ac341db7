using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Workflows.Runtime.Host.App;

/// <summary>Keeps what is logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = [];
    private TaskCompletionSource _another = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IEnumerable<string> Of(LogLevel level) => _lines.Where(line => line.Level == level).Select(line => line.Text);

    /// <summary>Ends when a line with these words is there.</summary>
    public async Task WaitForAsync(LogLevel level, string words, CancellationToken cancellation)
    {
        for (Task another = _another.Task; !Of(level).Any(line => line.Contains(words, StringComparison.Ordinal)); another = _another.Task)
        {
            await another.WaitAsync(cancellation);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue((logLevel, formatter(state, exception)));
        Interlocked.Exchange(ref _another, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public void Dispose()
    {
        // The lines are read after the host has ended.
    }
}
