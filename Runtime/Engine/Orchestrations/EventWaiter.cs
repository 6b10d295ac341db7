namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Somebody who waits for an event.</summary>
/// <param name="Type">As what the payload is read.</param>
/// <param name="Outcome">Receives the payload.</param>
internal sealed record EventWaiter(Type Type, TaskCompletionSource<string?> Outcome);
