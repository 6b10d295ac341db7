using System.Text;
using System.Text.Json.Nodes;
using Workflows.Shared.Interview.Scenario;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Interview.Scenario;

public sealed class ScenarioFileTests
{
    [Fact]
    public void The_standard_scenario_has_fifteen_stages_in_both_languages()
    {
        InterviewScenario scenario = ScenarioFile.Standard;

        Assert.Equal(15, scenario.Stages.Count);
        Assert.Equal("지원 동기", scenario.Stages[1].Names.In(AnswerLanguage.Korean));
        Assert.Equal(FollowUpRule.None, scenario.Stages[0].FollowUp);
        Assert.All(scenario.Stages, stage => Assert.NotEqual(stage.Fallback.English, stage.Fallback.Korean));
    }

    [Theory]
    [InlineData("stages[2].key", "stages.2.key", "\"Not A Key\"")]
    [InlineData("stages[2].key", "stages.2.key", "\"general-4\"")]
    [InlineData("The key 'motivation' is that of two stages", "stages.2.key", "\"motivation\"")]
    [InlineData("share the name 'motivation'", "stages.2.aliases", "[\"Motivation!\"]")]
    [InlineData("stages[0].names", "stages.0.names", "{\"en\": \"Start\", \"ko\": \" \"}")]
    [InlineData("stages[0].purpose", "stages.0.purpose", "{\"en\": \"\", \"ko\": \"x\"}")]
    [InlineData("stages[0].prompt", "stages.0.prompt", "null")]
    [InlineData("stages[0].fallback", "stages.0.fallback", "{\"en\": null, \"ko\": \"x\"}")]
    [InlineData("stages[0].aliases", "stages.0.aliases", "[null]")]
    [InlineData("stages[3] is missing", "stages.3", "null")]
    [InlineData("general.ko", "general.ko", "[\"only one?\"]")]
    [InlineData("The scenario has no name", "name", "\"\"")]
    [InlineData("1 to 15 stages", "stages", "[]")]
    [InlineData("1 to 15 stages", "stages", "null")]
    public void What_would_stall_an_interview_is_refused_by_its_name(string fault, string path, string value)
    {
        InvalidScenarioException error = Assert.Throws<InvalidScenarioException>(() => ScenarioFile.Read(Standard(path, value)));

        Assert.Contains(error.Faults, one => one.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"name\": \"x\"}")]
    [InlineData("{\"name\": \"x\", \"stages\": [], \"general\": {\"en\": [], \"ko\": []}, \"other\": 1}")]
    public void What_is_no_scenario_is_refused(string json) => Assert.Throws<InvalidScenarioException>(() => ScenarioFile.Read(Encoding.UTF8.GetBytes(json)));

    private static byte[] Standard(string path, string value)
    {
        using Stream stream = typeof(ScenarioFile).Assembly.GetManifestResourceStream(typeof(ScenarioFile), "standard.json")!;
        JsonNode root = JsonNode.Parse(stream)!;
        string[] steps = path.Split('.');
        JsonNode at = steps.SkipLast(1).Aggregate(root, (node, step) => int.TryParse(step, out int index) ? node[index]! : node[step]!);
        JsonNode? given = JsonNode.Parse(value);
        if (at is JsonArray array)
        {
            array[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = given;
        }
        else
        {
            at[steps[^1]] = given;
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }
}
