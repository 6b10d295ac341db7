using Workflows.Shared.Expressions;

namespace Workflows.Functions.Expressions;

/// <summary>Tells analyses from other runs.</summary>
internal static class ExpressionRuns
{
    /// <summary>The analysis of an id; null: there is none.</summary>
    public static async Task<OrchestrationMetadata?> FindAsync(DurableTaskClient client, string id, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is { } instance
        && string.Equals(instance.Name, ExpressionNames.Orchestrator, StringComparison.OrdinalIgnoreCase) ? instance : null;
}
