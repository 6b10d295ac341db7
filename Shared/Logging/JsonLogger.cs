using Microsoft.Extensions.Logging;

namespace Workflows.Shared.Logging;

/// <summary>Writes each entry as a <see cref="JsonLogLine"/>.</summary>
internal sealed class JsonLogger(string category, LogLevel least, TimeProvider time, Action<string> write, Func<WorkScope> work) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            write(JsonLogLine.Write(time.GetUtcNow(), logLevel, category, eventId, formatter(state, exception), state, exception, work()));
        }
    }
}
