using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Diffs;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>V1 to V4: is each finding accurate, in its place, its suggestion worth something, its names real.</summary>
internal sealed class VerdictsAnswer : ITaskAnswer
{
    private const int Near = 3;

    public IReadOnlyList<string> Tasks { get; } = ["V1", "V2", "V3", "V4"];

    public string SchemaName => "verdicts";

    public JsonObject Answer(string task, Prompt prompt)
    {
        var lines = prompt.All("diff").Concat(prompt.All("files")).SelectMany(ShownFile.ReadAll).SelectMany(file => file.Lines).ToList();
        var verdicts = new JsonArray();
        foreach (var finding in ClaimedFinding.ReadAll(prompt.Section("findings")))
        {
            var objection = task switch
            {
                "V1" => Accuracy(finding, lines),
                "V2" => Location(finding, lines),
                "V3" => Suggestion(finding),
                _ => Invention(finding, lines),
            };
            verdicts.Add(new JsonObject { ["index"] = finding.Index, ["ok"] = objection is null, ["reason"] = objection ?? Confirmation(task) });
        }

        return new JsonObject { ["verdicts"] = verdicts };
    }

    private static string Confirmation(string task) => task switch
    {
        "V1" => "The message fits what the diff shows.",
        "V2" => "The quote stands in the diff at this line.",
        "V3" => "There is no suggestion, or it changes the quoted line.",
        _ => "All names in the finding occur in the diff.",
    };

    private static string? Accuracy(ClaimedFinding finding, List<ShownLine> lines)
    {
        if (finding.Message.Trim().Length == 0)
        {
            return "The finding says nothing.";
        }

        var around = string.Join('\n', lines.Where(line => finding.Line is not { } number || Math.Abs(line.Number - number) <= Near).Select(line => line.Text));
        var claimed = WordSet.Of($"{finding.Title} {finding.Message}");
        return WordSet.Of(around + "\n" + (Stands(finding.Quote, lines) ? finding.Quote : "")).Overlaps(claimed)
            || (finding.Quote.Trim().Length > 0 && Stands(finding.Quote, lines))
            ? null
            : "Nothing that the message speaks of stands near the line.";
    }

    private static string? Location(ClaimedFinding finding, List<ShownLine> lines)
    {
        var quote = Normal(finding.Quote);
        if (quote.Length == 0)
        {
            return "The finding quotes nothing.";
        }

        var places = lines.Where(line => line.Side == finding.Side || (line.Sign == ' ' && finding.Side == "old")).Where(line => Normal(line.Text).Contains(quote, StringComparison.Ordinal)).ToList();
        return places.Count == 0 ? "The quote stands nowhere in the diff."
            : finding.Line is { } number && !places.Exists(line => Math.Abs(line.Number - number) <= Near) ? $"The quote stands at line {places[0].Number}, not at {number}."
            : null;
    }

    private static string? Suggestion(ClaimedFinding finding) =>
        finding.Suggestion is null ? null
        : Normal(finding.Suggestion).Length == 0 ? "The suggestion is empty."
        : Normal(finding.Suggestion) == Normal(finding.Quote) ? "The suggestion is the quoted line itself."
        : null;

    private static string? Invention(ClaimedFinding finding, List<ShownLine> lines)
    {
        var text = string.Join('\n', lines.Select(line => line.Text));
        var invented = Quoted(finding.Title).Concat(Quoted(finding.Message)).FirstOrDefault(name => !text.Contains(name, StringComparison.Ordinal));
        return invented is null ? null : $"\"{Excerpt.Of(invented, 60)}\" does not occur in the diff.";
    }

    private static IEnumerable<string> Quoted(string text) =>
        text.Split('`') is { Length: > 2 } parts ? parts.Where((part, i) => i % 2 == 1 && i + 1 < parts.Length && part.Trim().Length > 0) : [];

    private static bool Stands(string quote, List<ShownLine> lines) =>
        Normal(quote) is { Length: > 0 } normal && lines.Exists(line => Normal(line.Text).Contains(normal, StringComparison.Ordinal));

    private static string Normal(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
