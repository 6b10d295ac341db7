namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Somebody who waits for an event.</summary>
/// <param name="Type">As what the payload is read.</param>
/// <param name="Outcome">Receives the payload.</param>
/// <param name="Since">When it began to wait, by the orchestration's clock.</param>
internal sealed record EventWaiter(Type Type, TaskCompletionSource<string?> Outcome, DateTime Since);
