namespace Workflows.Durable.Client;

/// <summary>How instances are purged.</summary>
/// <param name="Recursive">True: together with their sub-orchestrations.</param>
public record PurgeInstanceOptions(bool Recursive = false);
