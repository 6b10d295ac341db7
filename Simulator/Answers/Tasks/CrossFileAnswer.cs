using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Diffs;
using Workflows.Simulator.Answers.Rules;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>F6: findings across files.</summary>
internal sealed class CrossFileAnswer : ITaskAnswer
{
    public IReadOnlyList<string> Tasks { get; } = ["F6"];

    public string SchemaName => "cross_file_findings";

    public JsonObject Answer(string task, Prompt prompt)
    {
        var files = prompt.All("files").Concat(prompt.All("diff")).SelectMany(ShownFile.ReadAll).ToList();
        var findings = new JsonArray();
        foreach (var finding in CrossFileRules.Check(files).Take(RuleRunner.MostFindings))
        {
            var json = finding.ToJson();
            json.Insert(0, "path", finding.Path);
            findings.Add(json);
        }

        return new JsonObject { ["findings"] = findings };
    }
}
