namespace Workflows.Runtime.Host.Monitor.Entities;

/// <summary>A page of entities, and the names that entities have.</summary>
internal sealed record EntityPageAnswer(IReadOnlyList<EntityItem> Items, string? Next, IReadOnlyList<string> Names);
