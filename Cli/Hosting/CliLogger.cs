using Microsoft.Extensions.Logging;

namespace Workflows.Cli.Hosting;

/// <summary>One line an entry; of an exception its message, never its stack.</summary>
internal sealed class CliLogger(CliConsole console, string category, LogLevel least) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        string cause = exception is null ? "" : $": {exception.GetType().Name}: {exception.Message}";
        console.Say($"{Word(logLevel)} {category}: {formatter(state, exception)}{cause}");
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        LogLevel.Critical => "critical",
        _ => "info",
    };
}
