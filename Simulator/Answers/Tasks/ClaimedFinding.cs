using System.Text.Json;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>A finding as a prompt carries it back to be merged or checked.</summary>
internal sealed record ClaimedFinding
{
    /// <summary>Its number in the prompt.</summary>
    public required int Index { get; init; }

    /// <summary>critical, high, medium or low.</summary>
    public required string Severity { get; init; }

    public required string Category { get; init; }

    public required string Title { get; init; }

    public required string Message { get; init; }

    public int? Line { get; init; }

    public required string Side { get; init; }

    public required string Quote { get; init; }

    public string? Suggestion { get; init; }

    public double Confidence { get; init; }

    /// <summary>Reads the findings of a section; what is no finding is left out.</summary>
    public static List<ClaimedFinding> ReadAll(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "[]");
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(Read)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static ClaimedFinding Read(JsonElement item, int position) => new()
    {
        Index = Loose.Integer(item, "index") ?? position,
        Severity = Loose.Text(item, "severity") ?? "low",
        Category = Loose.Text(item, "category") ?? "other",
        Title = Loose.Text(item, "title") ?? "",
        Message = Loose.Text(item, "message") ?? "",
        Line = Loose.Integer(item, "line"),
        Side = Loose.Text(item, "side") ?? "new",
        Quote = Loose.Text(item, "quote") ?? "",
        Suggestion = Loose.Text(item, "suggestion"),
        Confidence = Loose.Number(item, "confidence") ?? 0.5,
    };
}
