using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Simulator.Answers.Schemas;

namespace Workflows.Simulator.Tests.Answers.Schemas;

public class SchemaFitTests
{
    private static readonly string[] Sentences = ["The plan is ready.", "It needs a review."];

    [Fact]
    public void Any_schema_is_filled_with_an_instance_of_it() =>
        Prop.ForAll(Schemas(4).ToArbitrary(), text => Follows(text, null)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_answer_is_made_to_fit_any_schema() =>
        Prop.ForAll(Schemas(3).ToArbitrary(), Schemas(3).ToArbitrary(), (schema, other) =>
            Follows(schema, new SchemaFit(Parse(other), Sentences).Fit(null))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_fits_is_kept_and_what_is_not_allowed_goes()
    {
        var schema = Parse("""{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":["string","null"]},"c":{"enum":["x","y"]}},"required":["a","b","c"],"additionalProperties":false}""");
        var fitted = new SchemaFit(schema, Sentences).Fit(JsonNode.Parse("""{"a":3,"b":null,"c":"z","d":true}"""));

        Assert.Equal("""{"a":3,"b":null,"c":"x"}""", fitted.ToJsonString());
    }

    [Fact]
    public void References_are_followed_and_a_schema_that_contains_itself_ends()
    {
        var schema = Parse("""{"$ref":"#/$defs/node","$defs":{"node":{"type":"object","properties":{"name":{"type":"string"},"children":{"type":"array","items":{"$ref":"#/$defs/node"}}},"required":["name","children"]}}}""");
        var made = new SchemaFit(schema, Sentences).Fit(null);

        Assert.Equal("The plan is ready.", made["name"]!.GetValue<string>());
        Assert.NotNull(made["children"]![0]!["children"]);
    }

    [Fact]
    public void Texts_are_sentences_of_the_user_in_turn()
    {
        var made = new SchemaFit(Parse("""{"type":"array","items":{"type":"string"},"minItems":3}"""), Sentences).Fit(null);

        Assert.Equal(["The plan is ready.", "It needs a review.", "The plan is ready."], made.AsArray().Select(item => item!.GetValue<string>()));
    }

    [Theory]
    [InlineData("""{"type":"array","items":{"type":"string"},"minItems":2000000000}""")]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"allOf":[{"$ref":"#"}]}""")]
    [InlineData("""{"anyOf":[{"$ref":"#"},{"$ref":"#"}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#"},"b":{"$ref":"#"},"c":{"$ref":"#"}},"required":["a","b","c"]}""")]
    [InlineData("""{"type":"string","minLength":2000000000}""")]
    [InlineData("""{"type":7,"properties":[],"required":"a","enum":{}}""")]
    public void A_hostile_schema_costs_little_and_throws_nothing(string schema) =>
        Assert.True(new SchemaFit(Parse(schema), Sentences).Fit(null).ToJsonString().Length < 2_000_000);

    private static bool Follows(string schema, JsonNode? answer)
    {
        var made = new SchemaFit(Parse(schema), Sentences).Fit(answer).ToJsonString();
        return SchemaCheck.Problem(Parse(made), Parse(schema)) is { } problem ? throw new InvalidOperationException($"{problem} in {made}") : true;
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    // The outermost schema is an object, as every server demands it.
    private static Gen<string> Schemas(int depth) => Objects(depth);

    private static Gen<string> Any(int depth) => depth == 0 ? Leaves() : Gen.Frequency((3, Leaves()), (2, Objects(depth)), (1, Arrays(depth)), (1, Unions(depth)));

    private static Gen<string> Leaves() => Gen.OneOf(
        Gen.Elements("""{"type":"boolean"}""", """{"type":"null"}""", """{"type":["string","null"]}""", """{"type":["null","integer"]}""", """{"enum":["low","high"]}""", """{"enum":[3,null]}"""),
        Range("integer", "minimum", "maximum"),
        Range("number", "minimum", "maximum"),
        Range("integer", "exclusiveMinimum", "exclusiveMaximum"),
        Range("number", "exclusiveMinimum", "exclusiveMaximum"),
        from least in Gen.Choose(0, 40)
        from more in Gen.Choose(0, 40)
        select $$"""{"type":"string","minLength":{{least}},"maxLength":{{least + more}}}""");

    private static Gen<string> Range(string type, string low, string high) =>
        from start in Gen.Choose(-50, 50)
        from length in Gen.Choose(2, 50)
        from sides in Gen.Choose(0, 3)
        select $$"""{"type":"{{type}}"{{((sides & 1) == 0 ? "" : $",\"{low}\":{start}")}}{{((sides & 2) == 0 ? "" : $",\"{high}\":{start + length}")}}}""";

    private static Gen<string> Arrays(int depth) =>
        from item in Any(depth - 1)
        from least in Gen.Choose(0, 3)
        from more in Gen.Choose(0, 3)
        select "{\"type\":\"array\",\"items\":" + item + $",\"minItems\":{least},\"maxItems\":{least + more}" + "}";

    private static Gen<string> Unions(int depth) =>
        from first in Any(depth - 1)
        from second in Any(depth - 1)
        select "{\"anyOf\":[" + first + "," + second + "]}";

    private static Gen<string> Objects(int depth) =>
        from properties in Any(depth - 1).ListOf(3)
        from required in Gen.Choose(0, 7)
        select "{\"type\":\"object\",\"properties\":{" + string.Join(',', properties.Select((property, i) => $"\"p{i}\":{property}"))
            + "},\"required\":[" + string.Join(',', Enumerable.Range(0, properties.Count).Where(i => (required >> i & 1) == 1).Select(i => $"\"p{i}\"")) + "],\"additionalProperties\":false}";
}
