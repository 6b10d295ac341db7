using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>What a replay did otherwise than recorded, in words.</summary>
internal static class Divergence
{
    /// <param name="orchestrator">The orchestrator's name.</param>
    /// <param name="index">Where in the history, from 0.</param>
    /// <param name="recorded">What was recorded there, or null when nothing more was.</param>
    /// <param name="made">The call that the code made, or null when it made none.</param>
    public static NonDeterministicOrchestrationException Describe(string? orchestrator, int index, HistoryEvent? recorded, HistoryEvent? made) => new(
        $"Non-deterministic orchestrator '{orchestrator}': at event {index + 1} of its history "
        + (recorded is null ? "nothing more was recorded" : $"{recorded.Describe()} was recorded")
        + (made is null ? ", but its code made no call there." : $", but its code made {made.Describe()}.")
        + " Its code changed while the instance was running, or depends on something that changes (time, random numbers, I/O).");
}
