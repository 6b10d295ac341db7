using Workflows.Durable.Client;
using Workflows.Shared.Debate;

namespace Workflows.Cli.Debates;

/// <summary>Reads what became of a debate.</summary>
internal static class EndedDebate
{
    /// <summary>Its report; null: it has none.</summary>
    /// <param name="ended">The debate, read with its output.</param>
    public static DebateReport? Report(OrchestrationMetadata ended) =>
        ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? ended.ReadOutputAs<DebateReport>() : null;

    /// <summary>Its events, also when it has no report.</summary>
    /// <param name="ended">The debate, read with its custom status.</param>
    public static IReadOnlyList<LedgerEvent> Ledger(OrchestrationMetadata ended) =>
        ended.SerializedCustomStatus is null or "null" ? [] : ended.ReadCustomStatusAs<DebateProgress>()?.Ledger ?? [];
}
