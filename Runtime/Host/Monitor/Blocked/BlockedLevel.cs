namespace Workflows.Runtime.Host.Monitor.Blocked;

/// <summary>One instance of the chain, and what it waits for.</summary>
internal sealed record BlockedLevel(string Id, string Name, string Status, IReadOnlyList<WaitAnswer> Waits, int? More);
