using Microsoft.Extensions.Logging;

namespace Workflows.Cli.Hosting;

/// <summary>The host's log as lines on the error stream, past a progress bar.</summary>
internal sealed class CliLoggerProvider(CliConsole console, LogLevel least) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new CliLogger(console, categoryName, least);

    public void Dispose()
    {
    }
}
