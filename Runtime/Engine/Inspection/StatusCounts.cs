using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>How many instances are in which status.</summary>
/// <param name="ByStatus">Those statuses that any is in.</param>
/// <param name="IsComplete">False: counting stopped before it was through, there are at least so many.</param>
internal sealed record StatusCounts(IReadOnlyDictionary<OrchestrationRuntimeStatus, long> ByStatus, bool IsComplete)
{
    public long Total => ByStatus.Values.Sum();
}
