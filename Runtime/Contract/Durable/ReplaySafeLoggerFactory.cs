using Microsoft.Extensions.Logging;

namespace Workflows.Durable;

internal sealed class ReplaySafeLoggerFactory(TaskOrchestrationContext context) : ILoggerFactory
{
    public TaskOrchestrationContext Context => context;

    public ILogger CreateLogger(string categoryName) => new ReplaySafeLogger(context, context.UnderlyingLoggerFactory().CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider)
        => throw new NotSupportedException("Adding a provider to a replay-safe logger factory is not supported; add it to the host's own.");

    public void Dispose()
    {
        // The factory beneath belongs to the host and outlives every orchestration.
    }
}
