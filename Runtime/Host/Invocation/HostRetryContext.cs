using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>This host does not repeat functions by itself: each run is the first.</summary>
internal sealed class HostRetryContext : RetryContext
{
    public static readonly HostRetryContext First = new();

    public override int RetryCount => 0;

    public override int MaxRetryCount => 0;
}
