using Workflows.Shared.Debate;

namespace Workflows.Functions.Debate;

/// <summary>Tells debates from other runs.</summary>
internal static class DebateRuns
{
    /// <summary>Whether a run is a debate.</summary>
    public static bool IsDebate(OrchestrationMetadata instance) => string.Equals(instance.Name, DebateNames.Orchestrator, StringComparison.OrdinalIgnoreCase);
}
