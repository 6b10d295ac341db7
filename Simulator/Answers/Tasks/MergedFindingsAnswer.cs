using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>F5: findings on the same line that mean the same become one; the others stay.</summary>
internal sealed class MergedFindingsAnswer : ITaskAnswer
{
    private const double AlikeShare = 0.4;
    private static readonly string[] Severities = ["low", "medium", "high", "critical"];

    public IReadOnlyList<string> Tasks { get; } = ["F5"];

    public string SchemaName => "merged_findings";

    public JsonObject Answer(string task, Prompt prompt)
    {
        var groups = new List<List<ClaimedFinding>>();
        foreach (var finding in ClaimedFinding.ReadAll(prompt.Section("findings")))
        {
            var group = groups.Find(others => Alike(others[0], finding));
            if (group is null)
            {
                groups.Add([finding]);
            }
            else
            {
                group.Add(finding);
            }
        }

        return new JsonObject { ["findings"] = new JsonArray([.. groups.Select(Merge)]) };
    }

    private static bool Alike(ClaimedFinding first, ClaimedFinding second) =>
        first.Line == second.Line && first.Side == second.Side
        && (first.Line is not null || first.Quote == second.Quote)
        && (first.Category == second.Category || WordSet.Share($"{first.Title} {first.Message}", $"{second.Title} {second.Message}") >= AlikeShare);

    private static JsonObject Merge(List<ClaimedFinding> group)
    {
        var best = group.MaxBy(finding => finding.Confidence)!;
        var agreement = Math.Min(0.99, best.Confidence + (0.05 * (group.Count - 1)));
        return new JsonObject
        {
            ["from"] = new JsonArray([.. group.Select(finding => JsonValue.Create(finding.Index))]),
            ["severity"] = Severities[group.Max(finding => Math.Max(0, Array.IndexOf(Severities, finding.Severity)))],
            ["category"] = best.Category,
            ["title"] = best.Title,
            ["message"] = best.Message,
            ["suggestion"] = best.Suggestion ?? group.Select(finding => finding.Suggestion).FirstOrDefault(suggestion => suggestion is not null),
            ["confidence"] = Math.Round(Math.Clamp(agreement, 0, 1), 2),
        };
    }
}
