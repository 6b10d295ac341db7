namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>What an orchestrator asked for when it continued as new.</summary>
internal sealed record NextExecution(string? Input, bool KeepEvents, string? Version);
