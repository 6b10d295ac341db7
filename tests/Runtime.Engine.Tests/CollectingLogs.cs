using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Workflows.Runtime.Engine;

/// <summary>Keeps what is logged.</summary>
internal sealed class CollectingLogs : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = [];

    public string Text => string.Join('\n', _lines.Select(l => l.Line));

    public int Count(LogLevel level) => _lines.Count(l => l.Level == level);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception?.Message}"));

    public void Dispose()
    {
    }
}
