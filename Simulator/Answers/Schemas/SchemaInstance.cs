using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Schemas;

/// <summary>Makes instances of schemas, their texts taken in turn from given sentences.</summary>
internal sealed class SchemaInstance(IReadOnlyList<string> sentences)
{
    private const int DeepestOptional = 4;
    private const int Deepest = 24;
    private const int MostItems = 200;
    private const int MostNodes = 20_000;
    private const int LongestText = 100_000;
    private const string Filler = "Nothing was said about this.";

    private int _next;
    private int _made;

    /// <summary>An instance of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="depth">How deep it lies; optional parts end early, so that a schema that contains itself ends too.</param>
    public JsonNode? Create(SchemaView schema, int depth)
    {
        var view = schema.Resolve();
        if (depth > Deepest || ++_made > MostNodes)
        {
            return null;
        }

        if (view.Choices() is { } choices)
        {
            return choices[0]?.DeepClone();
        }

        if (view.Branches() is { Count: > 0 } branches)
        {
            var simplest = depth < DeepestOptional ? branches[0] : branches.Find(branch => branch.Types() is not (["object"] or ["array"])) ?? branches[0];
            return Create(simplest, depth + 1);
        }

        if (view.Types().Count == 0 && view.List("allOf").ToList() is { Count: 1 } single)
        {
            return Create(single[0], depth + 1);
        }

        var types = view.Types().Count == 0 && view.List("allOf").Any() ? ["object"] : view.Types();
        var type = types.Count == 0 ? "string" : depth >= DeepestOptional && types.Contains("null") ? "null" : types.Find(name => name != "null") ?? "null";
        return type switch
        {
            "object" => Object(view, depth),
            "array" => Array(view, depth),
            "integer" => Integer(view),
            "number" => Number(view),
            "boolean" => JsonValue.Create(false),
            "null" => null,
            _ => JsonValue.Create(Text(view)),
        };
    }

    private JsonObject Object(SchemaView view, int depth)
    {
        var result = new JsonObject();
        foreach (var (name, child) in view.Properties())
        {
            if (view.Requires(name) || depth < DeepestOptional)
            {
                result[name] = Create(child, depth + 1);
            }
        }

        return result;
    }

    private JsonArray Array(SchemaView view, int depth)
    {
        var result = new JsonArray();
        foreach (var prefix in view.List("prefixItems"))
        {
            result.Add(Create(prefix, depth + 1));
        }

        var least = view.Integer("minItems") ?? (depth < DeepestOptional ? 1 : 0);
        var count = Math.Min(Math.Min(least, view.Integer("maxItems") ?? int.MaxValue), MostItems);
        while (result.Count < count)
        {
            result.Add(view.Child("items") is { } item ? Create(item, depth + 1) : JsonValue.Create(Sentence()));
        }

        return result;
    }

    private static JsonValue Integer(SchemaView view)
    {
        var low = Larger(view.Number("minimum") is { } least ? Math.Ceiling(least) : null, view.Number("exclusiveMinimum") is { } above ? Math.Floor(above) + 1 : null);
        var high = Smaller(view.Number("maximum") is { } most ? Math.Floor(most) : null, view.Number("exclusiveMaximum") is { } below ? Math.Ceiling(below) - 1 : null);
        return JsonValue.Create((long)Math.Clamp(OnStep(view, low ?? Math.Min(0, high ?? 0)), long.MinValue / 2, long.MaxValue / 2));
    }

    private static JsonValue Number(SchemaView view)
    {
        var low = Larger(view.Number("minimum"), view.Number("exclusiveMinimum"));
        var high = Smaller(view.Number("maximum"), view.Number("exclusiveMaximum"));
        var open = view.Number("exclusiveMinimum") is { } above && above >= low;
        var value = (low, high) switch
        {
            ({ } from, { } to) => open ? (from + to) / 2 : from,
            ({ } from, null) => open ? from + 1 : from,
            (null, { } to) => Math.Min(0, to - 1),
            _ => 0,
        };
        return JsonValue.Create(OnStep(view, value));
    }

    private static double OnStep(SchemaView view, double value) =>
        view.Number("multipleOf") is > 0 and var step ? Math.Ceiling(value / step) * step : value;

    private static double? Larger(double? one, double? two) => one is null ? two : two is null ? one : Math.Max(one.Value, two.Value);

    private static double? Smaller(double? one, double? two) => one is null ? two : two is null ? one : Math.Min(one.Value, two.Value);

    private string Text(SchemaView view)
    {
        if (view.Text("format") is { } format && Formatted(format) is { } formatted)
        {
            return formatted;
        }

        var text = Sentence();
        var least = Math.Min(view.Integer("minLength") ?? 0, LongestText);
        while (text.Length < least)
        {
            text += " " + Sentence();
        }

        return Excerpt.Of(text, Math.Max(view.Integer("maxLength") ?? int.MaxValue, 0)) is var cut && cut.Length >= least ? cut : cut.PadRight(least, '.');
    }

    private static string? Formatted(string format) => format switch
    {
        "date" => "2025-01-01",
        "date-time" => "2025-01-01T00:00:00Z",
        "time" => "00:00:00Z",
        "duration" => "PT1S",
        "uuid" => "00000000-0000-4000-8000-000000000000",
        "email" => "someone@example.com",
        "uri" or "url" => "https://example.com/",
        "ipv4" => "192.0.2.1",
        "hostname" => "example.com",
        _ => null,
    };

    private string Sentence() => sentences.Count == 0 ? Filler : sentences[_next++ % sentences.Count];
}
