using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Simulator.Answers.Schemas;

/// <summary>Makes an answer follow a JSON schema: keeps what fits, fills what is missing, drops what is not allowed.</summary>
internal sealed class SchemaFit
{
    private const int Deepest = 12;
    private const int MostNested = 4;

    private readonly SchemaView _root;
    private readonly SchemaInstance _instances;

    public SchemaFit(JsonElement schema, IReadOnlyList<string> sentences)
    {
        _root = new SchemaView(schema, schema);
        _instances = new SchemaInstance(sentences);
    }

    /// <summary>An instance of the schema that keeps as much of the answer as fits.</summary>
    /// <param name="answer">The answer; null to fill the schema from the sentences alone.</param>
    public JsonNode Fit(JsonNode? answer) => Fit(answer, _root, 0) ?? new JsonObject();

    private JsonNode? Fit(JsonNode? node, SchemaView schema, int depth)
    {
        var view = schema.Resolve();
        for (var nesting = 0; nesting < MostNested && view.Branches() is { Count: > 0 } branches; nesting++)
        {
            view = branches.Find(branch => Fits(node, branch)) ?? branches[0];
        }

        if (depth > Deepest || !Fits(node, view))
        {
            return _instances.Create(view, depth);
        }

        return node switch
        {
            JsonObject inner => FitObject(inner, view, depth),
            JsonArray items when view.Child("items") is { } item => new JsonArray([.. items.Take(view.Integer("maxItems") ?? int.MaxValue).Select(element => Fit(element, item, depth + 1))]),
            _ => node?.DeepClone(),
        };
    }

    private JsonObject FitObject(JsonObject answer, SchemaView schema, int depth)
    {
        var result = new JsonObject();
        foreach (var (name, child) in schema.Properties())
        {
            if (answer.TryGetPropertyValue(name, out var value))
            {
                result[name] = Fit(value, child, depth + 1);
            }
            else if (schema.Requires(name))
            {
                result[name] = _instances.Create(child, depth + 1);
            }
        }

        foreach (var (name, value) in answer)
        {
            if (schema.AllowsOthers && !result.ContainsKey(name))
            {
                result[name] = value?.DeepClone();
            }
        }

        return result;
    }

    private static bool Fits(JsonNode? node, SchemaView schema, int nesting = 0)
    {
        var view = schema.Resolve();
        if (view.Branches() is { Count: > 0 } branches)
        {
            return nesting < MostNested && branches.Exists(branch => Fits(node, branch, nesting + 1));
        }

        var kind = node?.GetValueKind() ?? JsonValueKind.Null;
        if (view.Choices() is { } choices)
        {
            return choices.Exists(choice => JsonNode.DeepEquals(choice, node));
        }

        var types = view.Types();
        if (types.Count > 0 && !types.Contains(TypeOf(node, kind)) && !(types.Contains("number") && TypeOf(node, kind) == "integer"))
        {
            return false;
        }

        return kind switch
        {
            JsonValueKind.String => node!.GetValue<string>().Length is var length && length >= (view.Integer("minLength") ?? 0) && length <= (view.Integer("maxLength") ?? int.MaxValue) && !view.Has("format") && !view.Has("pattern"),
            JsonValueKind.Number => Number(node!) is var number && number >= (view.Number("minimum") ?? double.MinValue) && number <= (view.Number("maximum") ?? double.MaxValue)
                && !view.Has("exclusiveMinimum") && !view.Has("exclusiveMaximum") && !view.Has("multipleOf"),
            JsonValueKind.Array => ((JsonArray)node!).Count >= (view.Integer("minItems") ?? 0) && !view.Has("prefixItems"),
            _ => true,
        };
    }

    private static string TypeOf(JsonNode? node, JsonValueKind kind) => kind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => Number(node!) is var number && number == Math.Floor(number) ? "integer" : "number",
    };

    private static double Number(JsonNode node) => node.Deserialize<double>();
}
