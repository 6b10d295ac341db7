using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Diffs;
using Workflows.Simulator.Answers.Rules;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>F3: findings in one file with the steps that led to them.</summary>
internal sealed class ReasonedFindingsAnswer : ITaskAnswer
{
    public IReadOnlyList<string> Tasks { get; } = ["F3"];

    public string SchemaName => "file_findings_reasoned";

    public JsonObject Answer(string task, Prompt prompt)
    {
        var files = prompt.All("diff").SelectMany(ShownFile.ReadAll).ToList();
        var findings = files.SelectMany(RuleRunner.Logic).ToList();
        var steps = files.Select(file => $"{file.Path}: {file.Lines.Count(line => line.Sign == '+')} added and {file.Lines.Count(line => line.Sign == '-')} removed lines read.")
            .Concat(findings.Take(RuleRunner.MostFindings).Select(finding => $"Line {finding.Line.Number} ({finding.Line.Side}): {finding.Hit.Title}."))
            .Append(findings.Count == 0 ? "Nothing in the change breaks its logic." : $"{Math.Min(findings.Count, RuleRunner.MostFindings)} of these are worth a finding.");
        return new JsonObject
        {
            ["reasoning"] = new JsonArray([.. steps.Select(step => JsonValue.Create(step))]),
            ["findings"] = RuleRunner.Write(findings),
        };
    }
}
