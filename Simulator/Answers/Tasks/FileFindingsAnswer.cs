using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Diffs;
using Workflows.Simulator.Answers.Rules;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>F1, F2 and F4: findings in one file.</summary>
internal sealed class FileFindingsAnswer : ITaskAnswer
{
    private static readonly string[] IntentSections = ["title", "description", "intent"];

    public IReadOnlyList<string> Tasks { get; } = ["F1", "F2", "F4"];

    public string SchemaName => "file_findings";

    public JsonObject Answer(string task, Prompt prompt)
    {
        var files = prompt.All("diff").SelectMany(ShownFile.ReadAll).ToList();
        var findings = files.SelectMany(file => task switch
        {
            "F1" => RuleRunner.Place(file, IntentRules.Check(file, Intent(prompt))),
            "F4" => RuleRunner.Place(file, DomainRules.Check(file, string.Join('\n', prompt.All("rules")))),
            _ => RuleRunner.Surface(file),
        });
        return new JsonObject { ["findings"] = RuleRunner.Write(findings) };
    }

    private static string Intent(Prompt prompt) =>
        string.Join('\n', IntentSections.SelectMany(prompt.All));
}
