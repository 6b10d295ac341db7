using System.Globalization;
using Microsoft.Extensions.Logging;
using Workflows.Shared.Models;

namespace Workflows.Shared.Logging;

/// <summary>Writes the entries of one category that are about work of a resource class.</summary>
internal sealed class ClassLogger(string category, bool json, TimeProvider time, Func<WorkScope> work, Action<string, string> write) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // The class becomes a file's name: one that is none of ours names no file.
        if (IsEnabled(logLevel) && work() is { ResourceClass: { } name } scope && ResourceClass.IsName(name))
        {
            string message = formatter(state, exception);
            write(name, json ? JsonLogLine.Write(time.GetUtcNow(), logLevel, category, eventId, message, state, exception, scope) : Text(logLevel, message, exception, scope));
        }
    }

    private string Text(LogLevel level, string message, Exception? exception, WorkScope scope)
    {
        string cause = exception is null ? "" : $": {exception.GetType().Name}: {exception.Message}";
        string stamp = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return SafeText.Line($"{stamp} {JsonLogLine.Word(level)} {scope.Instance} {category}: {message}{cause}", 4_000);
    }
}
