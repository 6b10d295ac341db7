using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Schemas;

/// <summary>Makes instances of schemas, their texts taken in turn from given sentences.</summary>
internal sealed class SchemaInstance(IReadOnlyList<string> sentences)
{
    private const int DeepestOptional = 4;
    private const int Deepest = 24;
    private const int MostItems = 200;
    private const string Filler = "Nothing was said about this.";

    private int _next;

    /// <summary>An instance of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="depth">How deep it lies; optional parts end early, so that a schema that contains itself ends too.</param>
    public JsonNode? Create(SchemaView schema, int depth)
    {
        var view = schema.Resolve();
        if (depth > Deepest)
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
        var (low, high) = Bounds(view, 1);
        var step = view.Number("multipleOf") is > 0 and var given ? given : 1;
        var value = Math.Ceiling(low / step) * step;
        return JsonValue.Create((long)Math.Clamp(value <= high ? value : Math.Floor(high), long.MinValue / 2, long.MaxValue / 2));
    }

    private static JsonValue Number(SchemaView view)
    {
        var (low, high) = Bounds(view, 0);
        if (view.Number("multipleOf") is > 0 and var step)
        {
            return JsonValue.Create(Math.Ceiling(low / step) * step);
        }

        var closed = !view.Has("exclusiveMinimum") || low > (view.Number("exclusiveMinimum") ?? double.MinValue);
        return JsonValue.Create(closed && (!view.Has("exclusiveMaximum") || low < high) ? low : low + ((Math.Min(high, low + 1) - low) / 2));
    }

    private static (double Low, double High) Bounds(SchemaView view, double gap)
    {
        double? low = view.Number("exclusiveMinimum") is { } above ? Math.Max(view.Number("minimum") ?? double.MinValue, gap > 0 ? Math.Floor(above) + gap : above) : view.Number("minimum");
        double? high = view.Number("exclusiveMaximum") is { } below ? Math.Min(view.Number("maximum") ?? double.MaxValue, gap > 0 ? Math.Ceiling(below) - gap : below) : view.Number("maximum");
        return (low ?? Math.Min(0, high ?? 0), high ?? double.MaxValue);
    }

    private string Text(SchemaView view)
    {
        if (view.Text("format") is { } format && Formatted(format) is { } formatted)
        {
            return formatted;
        }

        var text = Sentence();
        var least = view.Integer("minLength") ?? 0;
        while (text.Length < Math.Min(least, 100_000))
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
