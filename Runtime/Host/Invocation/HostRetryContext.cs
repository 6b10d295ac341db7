using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>Which run of how many this is.</summary>
/// <param name="count">Runs before it that failed.</param>
/// <param name="most">How many runs there may be after the first; -1: without end.</param>
internal sealed class HostRetryContext(int count, int most) : RetryContext
{
    /// <summary>Of a function that the host does not repeat.</summary>
    public static readonly HostRetryContext Only = new(0, 0);

    public override int RetryCount => count;

    public override int MaxRetryCount => most;
}
