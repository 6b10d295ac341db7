using Workflows.Cli.Runs;
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

    /// <summary>How one ended that has no report, and why.</summary>
    /// <param name="ended">The debate.</param>
    public static string Fault(OrchestrationMetadata ended) =>
        $"{RunStatuses.Word(RunStatuses.From(ended.RuntimeStatus))}{(ended.FailureDetails is { } failure ? $": {failure.ErrorMessage}" : "")}";

    /// <summary>Its events, also when it has no report.</summary>
    /// <param name="ended">The debate, read with its custom status.</param>
    public static IReadOnlyList<LedgerEvent> Ledger(OrchestrationMetadata ended) =>
        ended.SerializedCustomStatus is null or "null" ? [] : ended.ReadCustomStatusAs<DebateProgress>()?.Ledger ?? [];
}
