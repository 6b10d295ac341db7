using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Gate;

namespace Workflows.Activities.Debate;

/// <summary>Holds a synthesis against the evidence.</summary>
public static class CheckEvidence
{
    /// <summary>The gate's result.</summary>
    /// <param name="check">What is to be checked.</param>
    [Function(nameof(CheckEvidence))]
    public static GateResult Run([ActivityTrigger] GateCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new EvidenceGate(check.Evidence, check.Options).Check(check.Synthesis);
    }
}
