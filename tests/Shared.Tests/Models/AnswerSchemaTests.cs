using System.Text.Json;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Models;

public class AnswerSchemaTests
{
    [Theory]
    [InlineData("""{"type":"object"}""", "{}")]
    [InlineData("""{"type":"array"}""", "[]")]
    [InlineData("""{"type":"string"}""", "\"\"")]
    [InlineData("""{"type":"integer"}""", "-3")]
    [InlineData("""{"type":"number"}""", "1.5e3")]
    [InlineData("""{"type":"number"}""", "3")]
    [InlineData("""{"type":"boolean"}""", "false")]
    [InlineData("""{"type":"null"}""", "null")]
    [InlineData("""{"type":["string","null"]}""", "null")]
    [InlineData("""{"type":["string","null"],"maxLength":1}""", "\"a\"")]
    [InlineData("{}", "[1,{}]")]
    [InlineData("""{"enum":["a",1,null,[2]]}""", "[2]")]
    [InlineData("""{"enum":["a",1,null]}""", "null")]
    [InlineData("""{"properties":{"a":{"type":"integer"}}}""", """{"b":1}""")]
    [InlineData("""{"properties":{"a":{"type":"integer"}},"required":["a"],"additionalProperties":false}""", """{"a":1}""")]
    [InlineData("""{"items":{"type":"integer"},"minItems":1,"maxItems":2}""", "[1,2]")]
    [InlineData("""{"minimum":0,"maximum":1}""", "0")]
    [InlineData("""{"minimum":0,"maximum":1}""", "1")]
    [InlineData("""{"minLength":2,"maxLength":2}""", "\"\U0001F600\U0001F600\"")]
    public void A_value_that_fits_has_no_errors(string schema, string value) => Assert.Empty(Validate(schema, value));

    [Theory]
    [InlineData("""{"type":"object"}""", "[]", "$ must be object, but is an array")]
    [InlineData("""{"type":"array"}""", "{}", "$ must be array, but is an object")]
    [InlineData("""{"type":"string"}""", "null", "$ must be string, but is null")]
    [InlineData("""{"type":"integer"}""", "1.5", "$ must be integer, but is 1.5")]
    [InlineData("""{"type":"integer"}""", "1.0", "$ must be integer, but is 1.0")]
    [InlineData("""{"type":"integer"}""", "99999999999999999999", "$ must be integer, but is 99999999999999999999")]
    [InlineData("""{"type":"number"}""", "\"1\"", "$ must be number, but is a string")]
    [InlineData("""{"type":"boolean"}""", "0", "$ must be boolean, but is 0")]
    [InlineData("""{"type":["string","null"]}""", "true", "$ must be string or null, but is a boolean")]
    [InlineData("""{"enum":["low","high"]}""", "\"LOW\"", "$ must be one of \"low\", \"high\"")]
    [InlineData("""{"minimum":0.5}""", "0.25", "$ must be at least 0.5")]
    [InlineData("""{"maximum":1}""", "1.01", "$ must be at most 1")]
    [InlineData("""{"maximum":1}""", "1e999", "$ is a number too large to read")]
    [InlineData("""{"minLength":2}""", "\"\U0001F600\"", "$ must have at least 2 characters, but has 1")]
    [InlineData("""{"maxLength":2}""", "\"abc\"", "$ must have at most 2 characters, but has 3")]
    [InlineData("""{"minItems":1}""", "[]", "$ must have at least 1 items, but has 0")]
    [InlineData("""{"maxItems":1}""", "[1,2]", "$ must have at most 1 items, but has 2")]
    [InlineData("""{"required":["a"]}""", "{}", "$.a is missing")]
    [InlineData("""{"additionalProperties":false,"properties":{"a":{}}}""", """{"a":1,"b":2}""", "$.b is not a known property")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":1,"a":"x"}""", "$.a must be string, but is 1", "$.a is there twice")]
    [InlineData("""{"items":{"type":"integer"}}""", """[1,"x",2,null]""", "$[1] must be integer, but is a string", "$[3] must be integer, but is null")]
    [InlineData(
        """{"properties":{"findings":{"items":{"properties":{"line":{"type":"integer"}}}}}}""",
        """{"findings":[{"line":1},{"line":"2"}]}""",
        "$.findings[1].line must be integer, but is a string")]
    public void A_value_that_does_not_fit_has_errors_that_name_the_place(string schema, string value, params string[] errors) =>
        Assert.Equal(errors, Validate(schema, value));

    [Theory]
    [InlineData("""{"type":"string"}""", """ "\ud800" """, "$ is not valid Unicode")]
    [InlineData("""{"type":"object"}""", """{"\udc00":1}""", "$ has a property whose name is not valid Unicode")]
    [InlineData("""{"enum":["a"]}""", """ "\ud800" """, "$ must be one of \"a\"")]
    public void Half_a_surrogate_pair_is_an_error_and_no_crash(string schema, string value, string error) =>
        Assert.Equal([error], Validate(schema, value));

    [Fact]
    public void Errors_are_bounded()
    {
        var errors = Validate("""{"items":{"type":"string"}}""", "[" + string.Join(',', Enumerable.Repeat("1", 5_000)) + "]");

        Assert.Equal(AnswerSchema.MaxErrors + 1, errors.Count);
        Assert.Equal("and there are more errors", errors[^1]);
    }

    [Fact]
    public void A_hostile_property_name_does_not_flood_the_error() =>
        Assert.All(Validate("""{"additionalProperties":false}""", "{\"" + new string('x', 10_000) + "\":1}"), error => Assert.InRange(error.Length, 1, 100));

    [Theory]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"type":[]}""")]
    [InlineData("""{"oneOf":[]}""")]
    [InlineData("""{"additionalProperties":true}""")]
    [InlineData("""{"maxLength":-1}""")]
    [InlineData("""{"minimum":"0"}""")]
    [InlineData("""{"enum":[]}""")]
    [InlineData("""{"required":[1]}""")]
    [InlineData("""{"properties":{"a":{"pattern":"x"}}}""")]
    [InlineData("""{"items":{"format":"date"}}""")]
    [InlineData("""{"items":[]}""")]
    [InlineData("[]")]
    public void A_schema_that_could_not_be_checked_is_refused(string schema) =>
        Assert.Throws<ArgumentException>(() => AnswerSchema.Parse("name", schema));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("한")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_name_that_servers_refuse_is_refused(string name) => Assert.Throws<ArgumentException>(() => AnswerSchema.Parse(name, "{}"));

    [Fact]
    public void A_schema_survives_JSON()
    {
        var schema = AnswerSchema.Parse("name", """{"type":"object","required":["a"]}""");

        var back = JsonSerializer.Deserialize<AnswerSchema>(JsonSerializer.Serialize(schema))!;

        Assert.Equal("name", back.Name);
        Assert.Equal(["$.a is missing"], back.Validate(JsonElement.Parse("{}")));
    }

    private static IReadOnlyList<string> Validate(string schema, string value) =>
        AnswerSchema.Parse("test", schema).Validate(JsonElement.Parse(value));
}
