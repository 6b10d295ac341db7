using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator.Answers;

/// <summary>Puts an answer's free texts into Chinese, as models do that slip out of the language they were asked for.</summary>
internal static class ChineseText
{
    private const string Sentence = "经过检查，这里的内容需要进一步确认和修改。";
    private static readonly string[] Kept = ["quote", "path", "category", "severity", "side", "risk", "id", "kind", "type"];

    /// <summary>The answer's text with every free text replaced; quotes, paths and words from fixed lists stay.</summary>
    public static string Of(Answer answer) =>
        answer.Json is null ? Sentence : WireJson.Text(Translate(answer.Json, ""));

    private static JsonNode Translate(JsonNode node, string name) => node switch
    {
        JsonObject inner => new JsonObject(inner.Select(property => KeyValuePair.Create(property.Key, property.Value is null ? null : Translate(property.Value, property.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Translate(item, name))]),
        _ when node.GetValueKind() == JsonValueKind.String && !Kept.Contains(name) => JsonValue.Create(Sentence),
        _ => node.DeepClone(),
    };
}
