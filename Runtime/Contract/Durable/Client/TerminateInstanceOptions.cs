namespace Workflows.Durable.Client;

/// <summary>How an instance is terminated.</summary>
/// <param name="Output">What the instance's output becomes; null: none.</param>
/// <param name="Recursive">True: together with its sub-orchestrations.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
