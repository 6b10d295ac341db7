using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Workflows.Activities.Debate;

namespace Workflows.Orchestrations.Tests.Debate;

/// <summary>Keeps what is logged.</summary>
internal sealed class SpyLogger : ILogger<RolloutMonitor>
{
    public ConcurrentQueue<(LogLevel Level, string Message)> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((logLevel, formatter(state, exception)));
}
