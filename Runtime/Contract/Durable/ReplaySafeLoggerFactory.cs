using Microsoft.Extensions.Logging;

namespace Workflows.Durable;

internal sealed class ReplaySafeLoggerFactory(TaskOrchestrationContext context, ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new ReplaySafeLogger(context, inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider)
        => throw new NotSupportedException("Providers are added to the host's own logger factory.");

    public void Dispose()
    {
        // The factory beneath belongs to the host and outlives every orchestration.
    }
}
