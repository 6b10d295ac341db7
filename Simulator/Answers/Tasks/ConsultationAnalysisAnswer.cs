using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Dialogues;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>The batch analysis of a consultation in the words of the conversation, and the merge of several such analyses.</summary>
internal sealed class ConsultationAnalysisAnswer : ITaskAnswer
{
    private const int LongestPart = 250;
    private const int LongestTitle = 60;
    private const int Keywords = 6;
    private const int KeywordsInTitle = 3;
    private const int MostMerged = 4;

    public IReadOnlyList<string> Tasks { get; } = ["batch_analysis"];

    public string SchemaName => "consultation_analysis";

    public JsonObject Answer(string task, Prompt prompt) =>
        prompt.Section("analyses") is { } analyses ? Merge(analyses) : Analyse(prompt.Section("conversation") ?? prompt.UserText);

    private static JsonObject Analyse(string text)
    {
        Dialogue dialogue = Dialogue.Read(text);
        bool korean = dialogue.IsKorean;
        string nothing = korean ? "확인되지 않음" : "Not told.";
        List<string> keywords = Terms.Of(string.Join('\n', dialogue.Turns.Select(turn => turn.Text)), Keywords);
        string customer = PlainStyle.Join(dialogue.Wish(2), LongestPart, nothing);
        return Create(
            customer,
            PlainStyle.Join(dialogue.Deed(2), LongestPart, nothing),
            PlainStyle.Join(dialogue.Ending(2), LongestPart, nothing),
            keywords.Count > 0 ? keywords : [korean ? "상담" : "consultation"],
            Excerpt.Of(PlainStyle.Join(dialogue.Wish(1), LongestTitle, korean ? "상담" : "Consultation").TrimEnd('.', '?', '!'), LongestTitle));
    }

    private static JsonObject Merge(string analyses)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(analyses);
            return document.RootElement.ValueKind == JsonValueKind.Array ? Merge([.. document.RootElement.EnumerateArray()]) : Analyse(analyses);
        }
        catch (JsonException)
        {
            return Analyse(analyses);
        }
    }

    private static JsonObject Merge(List<JsonElement> parts)
    {
        List<string> customer = Texts(parts, "customer");
        List<string> agent = Texts(parts, "agent");
        List<string> result = Texts(parts, "result");
        string nothing = Sentences.IsKorean(string.Concat(customer)) ? "확인되지 않음" : "Not told.";
        List<string> keywords =
        [
            .. parts.SelectMany(part => Loose.Items(part, "keywords")).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
                .GroupBy(keyword => keyword).OrderByDescending(group => group.Count()).Select(group => group.Key).Take(Keywords),
        ];
        string title = parts.Count > 0 && parts[0].ValueKind == JsonValueKind.Object && parts[0].TryGetProperty("titles", out JsonElement titles) ? Loose.Text(titles, "descriptive") ?? nothing : nothing;
        return Create(
            PlainStyle.Join(customer.Take(1), LongestPart, nothing),
            PlainStyle.Join(agent.Distinct().Take(MostMerged).Select(text => Excerpt.Of(text, LongestPart / MostMerged)), LongestPart, nothing),
            PlainStyle.Join(result.TakeLast(1), LongestPart, nothing),
            keywords.Count > 0 ? keywords : [nothing],
            Excerpt.Of(title, LongestTitle));
    }

    private static List<string> Texts(List<JsonElement> parts, string name) =>
    [
        .. parts.Select(part => part.ValueKind == JsonValueKind.Object && part.TryGetProperty("summary", out JsonElement summary) ? Loose.Text(summary, name) : null).OfType<string>(),
    ];

    private static JsonObject Create(string customer, string agent, string result, List<string> keywords, string title) => new()
    {
        ["summary"] = new JsonObject { ["customer"] = customer, ["agent"] = agent, ["result"] = result },
        ["keywords"] = new JsonArray([.. keywords.Select(keyword => JsonValue.Create(keyword))]),
        ["titles"] = new JsonObject { ["keyword"] = string.Join('_', keywords.Take(KeywordsInTitle)), ["descriptive"] = title },
    };
}
