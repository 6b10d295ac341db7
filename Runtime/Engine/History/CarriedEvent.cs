namespace Workflows.Runtime.Engine.History;

/// <summary>An event that an execution hands to the one that continues it.</summary>
internal sealed record CarriedEvent(string Name, string? Payload);
