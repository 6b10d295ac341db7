using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Simulator.Answers.Schemas;

/// <summary>Reads one schema object. What is malformed counts as absent.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Root">The document that references point into.</param>
internal sealed record SchemaView(JsonElement Schema, JsonElement Root)
{
    private const int LongestChain = 16;

    /// <summary>The schema that this one refers to, or itself.</summary>
    public SchemaView Resolve()
    {
        var view = this;
        for (var i = 0; i < LongestChain && view.Text("$ref") is { } reference; i++)
        {
            view = view.Follow(reference) ?? new SchemaView(default, Root);
        }

        return view;
    }

    /// <summary>Whether a keyword is present.</summary>
    public bool Has(string keyword) => Value(keyword) is not null;

    /// <summary>The schema under a keyword.</summary>
    public SchemaView? Child(string keyword) => Value(keyword) is { ValueKind: JsonValueKind.Object } child ? new SchemaView(child, Root) : null;

    /// <summary>A keyword's text.</summary>
    public string? Text(string keyword) => Value(keyword) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A keyword's number.</summary>
    public double? Number(string keyword) => Value(keyword) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) ? number : null;

    /// <summary>A keyword's whole number.</summary>
    public int? Integer(string keyword) => Number(keyword) is >= 0 and <= int.MaxValue and var number ? (int)number : null;

    /// <summary>The names of the types allowed; empty for any.</summary>
    public List<string> Types() => Value("type") switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        { ValueKind: JsonValueKind.Array } several => [.. several.EnumerateArray().Where(type => type.ValueKind == JsonValueKind.String).Select(type => type.GetString()!)],
        _ => Has("properties") ? ["object"] : Has("items") || Has("prefixItems") ? ["array"] : [],
    };

    /// <summary>The values of <c>enum</c> or <c>const</c>; null when the schema has neither.</summary>
    public List<JsonNode?>? Choices() =>
        Value("const") is { } only ? [Node(only)]
        : Value("enum") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0 ? [.. choices.EnumerateArray().Select(Node)]
        : null;

    /// <summary>The alternatives of <c>anyOf</c> or <c>oneOf</c>, resolved.</summary>
    public List<SchemaView> Branches() => [.. List("anyOf").Concat(List("oneOf")).Select(branch => branch.Resolve())];

    /// <summary>The schemas listed under a keyword.</summary>
    public IEnumerable<SchemaView> List(string keyword) =>
        Value(keyword) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => new SchemaView(item, Root))
            : [];

    /// <summary>The properties, those of <c>allOf</c> included.</summary>
    public IEnumerable<(string Name, SchemaView Schema)> Properties() =>
        Parts().SelectMany(part => part.Value("properties") is { ValueKind: JsonValueKind.Object } properties
            ? properties.EnumerateObject().Select(property => (property.Name, new SchemaView(property.Value, Root)))
            : []).DistinctBy(property => property.Item1);

    /// <summary>Whether a property must be present.</summary>
    public bool Requires(string name) =>
        Parts().Any(part => part.Value("required") is { ValueKind: JsonValueKind.Array } required
            && required.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.GetString() == name));

    /// <summary>Whether properties that the schema does not name are allowed.</summary>
    public bool AllowsOthers => Value("additionalProperties") is not { ValueKind: JsonValueKind.False };

    // The schema and what its allOf lists, one level deep: deeper nesting is not used in practice, and a schema may list itself.
    private IEnumerable<SchemaView> Parts() => List("allOf").Select(part => part.Resolve()).Prepend(this);

    private static JsonNode? Node(JsonElement element) => JsonNode.Parse(element.GetRawText());

    private JsonElement? Value(string keyword) =>
        Schema.ValueKind == JsonValueKind.Object && Schema.TryGetProperty(keyword, out var value) ? value : null;

    private SchemaView? Follow(string reference)
    {
        if (!reference.StartsWith('#'))
        {
            return null;
        }

        var at = Root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return new SchemaView(at, Root);
    }
}
