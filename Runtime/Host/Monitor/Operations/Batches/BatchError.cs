namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>An instance to which it could not be done, and why.</summary>
internal sealed record BatchError(string Id, string Message);
