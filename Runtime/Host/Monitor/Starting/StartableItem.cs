using System.Text.Json.Nodes;

namespace Workflows.Runtime.Host.Monitor.Starting;

/// <summary>An orchestration that can be started.</summary>
internal sealed record StartableItem(string Name, string? Description, JsonNode? Schema, JsonNode? Example, bool Startable);
