using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Workflows.Functions.Consultation;

/// <summary>Keeps every line that is logged, whatever its level, with its values, its exception and its scopes.</summary>
internal sealed class SpyLogs : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue(Text(state));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel} {formatter(state, exception)} {Text(state)} {exception}");

    public void Dispose()
    {
    }

    private static string Text(object? state)
    {
        if (state is not IEnumerable values || state is string)
        {
            return Convert.ToString(state, CultureInfo.InvariantCulture) ?? "";
        }

        StringBuilder text = new();
        foreach (object? value in values)
        {
            text.Append(value).Append(' ');
        }

        return text.ToString();
    }
}
