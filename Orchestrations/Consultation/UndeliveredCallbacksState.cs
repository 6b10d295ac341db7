using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Consultation;

/// <summary>The state of <see cref="UndeliveredCallbacks"/>.</summary>
public sealed class UndeliveredCallbacksState
{
    /// <summary>The callbacks, the longest undelivered first.</summary>
    public List<UndeliveredCallback> Callbacks { get; init; } = [];
}
