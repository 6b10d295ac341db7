using System.Reflection;
using System.Text.Json;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;

namespace Workflows.Shared.Tests.Prompts.PullRequestReview;

/// <summary>Schemas and records say the same: what a schema lets through becomes its record with nothing lost.</summary>
public class ReviewSchemasTests
{
    public static TheoryData<AnswerSchema, Type> Pairs => new()
    {
        { ReviewSchemas.RefinedDescription, typeof(RefinedDescriptionAnswer) },
        { ReviewSchemas.FileFindings, typeof(FileFindingsAnswer) },
        { ReviewSchemas.MergedFindings, typeof(MergedFindingsAnswer) },
        { ReviewSchemas.CrossFileFindings, typeof(CrossFileFindingsAnswer) },
        { ReviewSchemas.Verdicts, typeof(VerdictsAnswer) },
        { ReviewSchemas.ReviewSummary, typeof(ReviewSummaryAnswer) },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void A_schema_has_the_members_of_its_record(AnswerSchema schema, Type record) => AssertSameMembers(schema.Schema, record);

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void A_value_made_from_the_schema_is_valid_and_becomes_its_record(AnswerSchema schema, Type record)
    {
        var value = JsonElement.Parse(SampleOf(schema.Schema));

        Assert.Empty(schema.Validate(value));
        Assert.NotNull(value.Deserialize(record, AnswerJson.Options));
    }

    [Fact]
    public void Reasoning_is_written_before_the_findings_that_rest_on_it() =>
        Assert.Equal(["reasoning", "findings"], ReviewSchemas.FileFindingsReasoned.Schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));

    [Fact]
    public void What_a_model_may_leave_out_is_only_what_may_be_null()
    {
        var item = ReviewSchemas.FileFindings.Schema.GetProperty("properties").GetProperty("findings").GetProperty("items");
        var required = item.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ToList();

        Assert.Equal(["endLine", "suggestion"], item.GetProperty("properties").EnumerateObject().Select(property => property.Name).Where(name => !required.Contains(name)));
    }

    private static void AssertSameMembers(JsonElement schema, Type record)
    {
        var members = record.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name));
        var properties = schema.GetProperty("properties");
        Assert.Equal(members.Keys.Order(), properties.EnumerateObject().Select(property => property.Name).Order());
        foreach (var property in properties.EnumerateObject().Where(property => property.Value.TryGetProperty("items", out var items) && items.TryGetProperty("properties", out _)))
        {
            AssertSameMembers(property.Value.GetProperty("items"), members[property.Name].PropertyType.GetGenericArguments()[0]);
        }
    }

    private static string SampleOf(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var words))
        {
            return words[0].GetRawText();
        }

        var type = schema.GetProperty("type");
        return (type.ValueKind == JsonValueKind.Array ? type[0] : type).GetString() switch
        {
            "object" => "{" + string.Join(',', schema.GetProperty("properties").EnumerateObject().Select(property => $"\"{property.Name}\":{SampleOf(property.Value)}")) + "}",
            "array" => $"[{SampleOf(schema.GetProperty("items"))}]",
            "string" => "\"x\"",
            "boolean" => "true",
            _ => "1",
        };
    }
}
