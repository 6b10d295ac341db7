using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Expressions;
using Workflows.Simulator.Answers.Rules;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>
/// The expressions of a part of a film's subtitles: known phrases that stand in its lines, in a dictionary's form, else runs of words out of them. What is told about them says that it is simulated, in
/// the language that the prompt asks for.
/// </summary>
internal sealed class ExpressionAnalysisAnswer : ITaskAnswer
{
    // What document 004 asks for, where the prompt does not say it.
    private const int FewestByDefault = 1;
    private const int MostByDefault = 3;

    private static readonly Regex Bounds = Pattern.Of("\"expressions\":\\{\"type\":\"array\",\"minItems\":([0-9]{1,4}),\"maxItems\":([0-9]{1,4})");
    private static readonly Regex Language = Pattern.Of("Write translation, meaning and usage in ([A-Za-z]+)\\.");

    public IReadOnlyList<string> Tasks { get; } = ["expression_analysis"];

    public string SchemaName => "expressions";

    public JsonObject Answer(string task, Prompt prompt)
    {
        SpokenLines lines = SpokenLines.Read(prompt.Section("subtitles") ?? prompt.UserText);
        SimulatedNotes notes = SimulatedNotes.In(Language.Match(prompt.SystemText) is { Success: true } named ? named.Groups[1].Value : "English");
        (int fewest, int most) = Asked(prompt.SystemText);
        List<ChosenExpression> known = [.. KnownPhrases.In(lines).Take(most)];
        int wanted = Math.Clamp(known.Count, fewest, most);
        return new JsonObject
        {
            ["expressions"] = new JsonArray([.. known.Concat(WordRuns.In(lines, known)).Take(wanted).Select(chosen => new JsonObject
            {
                ["expression"] = chosen.Text,
                ["translation"] = notes.Translation,
                ["meaning"] = notes.Meaning,
                ["usage"] = notes.Usage,
                ["similar"] = new JsonArray(),
                ["lines"] = new JsonArray([.. chosen.Lines.Select(line => JsonValue.Create(line))]),
            })]),
        };
    }

    private static (int Fewest, int Most) Asked(string system) => Bounds.Match(system) is { Success: true } bounds
        ? (Number(bounds.Groups[1]), Math.Max(Number(bounds.Groups[1]), Number(bounds.Groups[2])))
        : (FewestByDefault, MostByDefault);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
}
