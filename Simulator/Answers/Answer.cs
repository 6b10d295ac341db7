using System.Text.Json.Nodes;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator.Answers;

/// <summary>What a model says before faults: JSON or plain text, one of them.</summary>
/// <param name="Json">The structured answer.</param>
/// <param name="Text">The plain answer.</param>
internal sealed record Answer(JsonNode? Json, string? Text)
{
    /// <summary>The answer as the content of a message.</summary>
    public string ToText() => Text ?? (Json is null ? "null" : WireJson.Text(Json));
}
