using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>
/// The personas of a debate, extractively: their claims are sentences of the evidence, quoted word for word. The thesis takes those that share most with the goal, the antithesis the next ones,
/// and the synthesis what both have said.
/// </summary>
internal sealed class DebateAnswer : ITaskAnswer
{
    private const int MostClaims = 3;
    private const int FewestLetters = 12;
    private const int FewestKoreanLetters = 6;
    private const int LongestSummary = 600;

    public IReadOnlyList<string> Tasks { get; } = ["thesis", "antithesis", "synthesis"];

    public string SchemaName => "debate_persona";

    public JsonObject Answer(string task, Prompt prompt)
    {
        string goal = prompt.Section("goal") ?? prompt.UserText;
        bool korean = Sentences.IsKorean(goal);
        List<Quote> quotes = Ranked(goal, [.. prompt.All("evidence").SelectMany(Read)]);
        List<Quote> chosen = task switch
        {
            "thesis" => [.. quotes.Take(MostClaims)],
            "antithesis" => [.. (quotes.Count > MostClaims ? quotes.Skip(MostClaims) : quotes).Take(MostClaims)],
            _ => [.. Said(prompt).Where(quotes.Contains).Concat(quotes).Distinct().Take(2 * MostClaims)],
        };
        return new JsonObject
        {
            ["summary"] = Excerpt.Of(Summary(task, Excerpt.Of(goal.ReplaceLineEndings(" "), 200), chosen, korean), LongestSummary),
            ["claims"] = new JsonArray([.. chosen.Select(quote => new JsonObject
            {
                ["text"] = quote.Text,
                ["citations"] = new JsonArray(new JsonObject { ["evidenceId"] = quote.EvidenceId, ["quote"] = quote.Text }),
            })]),
        };
    }

    private static string Summary(string task, string goal, List<Quote> chosen, bool korean)
    {
        string ground = chosen.Count == 0 ? (korean ? "제시된 근거가 없습니다." : "No evidence was given.") : string.Join(' ', chosen.Select(quote => quote.Text));
        string lead = (task, korean) switch
        {
            ("thesis", false) => "For it speaks",
            ("thesis", true) => "찬성하는 근거",
            ("antithesis", false) => "Against it has to be weighed",
            ("antithesis", true) => "함께 따져야 할 점",
            (_, false) => "All weighed together",
            _ => "종합한 결론",
        };
        return $"{goal.TrimEnd('.')} — {lead}: {ground}";
    }

    /// <summary>The sentences of an evidence section, below its id and title.</summary>
    private static IEnumerable<Quote> Read(string section)
    {
        int body = section.IndexOf("\n\n", StringComparison.Ordinal);
        string head = body < 0 ? section : section[..body];
        string? id = head.Split('\n').Where(line => line.StartsWith("id: ", StringComparison.Ordinal)).Select(line => line[4..].Trim()).FirstOrDefault();
        return id is null || body < 0 ? [] : Sentences.Of(section[(body + 2)..]).Where(IsLong).Select(sentence => new Quote(id, sentence));
    }

    private static bool IsLong(string sentence) => sentence.Count(char.IsLetterOrDigit) >= (Sentences.IsKorean(sentence) ? FewestKoreanLetters : FewestLetters);

    private static List<Quote> Ranked(string goal, List<Quote> quotes) => [.. quotes.Distinct().OrderByDescending(quote => IsWhole(quote.Text)).ThenByDescending(quote => WordSet.Share(goal, quote.Text))];

    /// <summary>Lines that a paragraph was broken into are no sentences.</summary>
    private static bool IsWhole(string text) => text[^1] is '.' or '!' or '?' or '。' && !char.IsLower(text[0]);

    /// <summary>What the others have cited, each in turn.</summary>
    private static IEnumerable<Quote> Said(Prompt prompt)
    {
        List<Quote> thesis = [.. Cited(prompt.Section("thesis"))];
        List<Quote> antithesis = [.. Cited(prompt.Section("antithesis"))];
        for (int i = 0; i < Math.Max(thesis.Count, antithesis.Count); i++)
        {
            foreach (List<Quote> side in new[] { thesis, antithesis }.Where(side => i < side.Count))
            {
                yield return side[i];
            }
        }
    }

    private static List<Quote> Cited(string? position)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(position ?? "{}");
            return [.. Loose.Items(document.RootElement, "claims").SelectMany(claim => Loose.Items(claim, "citations"))
                .Select(citation => new Quote(Loose.Text(citation, "evidenceId") ?? "", Loose.Text(citation, "quote") ?? ""))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private sealed record Quote(string EvidenceId, string Text);
}
