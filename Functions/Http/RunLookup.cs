namespace Workflows.Functions.Http;

/// <summary>Finds the run that a route names by its id.</summary>
internal static class RunLookup
{
    /// <summary>The run with its input and output; null: there is none of that id, it is a run of something else, or the id is one of an entity, which the client would refuse.</summary>
    /// <param name="client">The client.</param>
    /// <param name="id">The id as it came.</param>
    /// <param name="orchestrator">What it must be a run of.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<OrchestrationMetadata?> FindAsync(DurableTaskClient client, string id, string orchestrator, CancellationToken cancellationToken)
    {
        OrchestrationMetadata? instance = id.StartsWith('@') ? null : await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken);
        return string.Equals(instance?.Name, orchestrator, StringComparison.OrdinalIgnoreCase) ? instance : null;
    }
}
