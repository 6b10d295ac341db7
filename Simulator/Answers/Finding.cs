using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Diffs;
using Workflows.Simulator.Answers.Rules;

namespace Workflows.Simulator.Answers;

/// <summary>A finding on one shown line.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Line">The line it is about.</param>
/// <param name="Hit">What is wrong with it.</param>
internal sealed record Finding(string Path, ShownLine Line, RuleHit Hit)
{
    /// <summary>The finding as answers carry it.</summary>
    public JsonObject ToJson() => new()
    {
        ["severity"] = Hit.Severity.ToString().ToLowerInvariant(),
        ["category"] = Hit.Category,
        ["title"] = Hit.Title,
        ["message"] = Hit.Message,
        ["line"] = Line.Number,
        ["endLine"] = null,
        ["side"] = Line.Side,
        ["quote"] = Line.Trimmed,
        ["suggestion"] = Hit.Suggestion,
        ["confidence"] = Hit.Confidence,
    };
}
