using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Scenario;
using Workflows.Shared.Interview.Stages;

namespace Workflows.Orchestrations.Tests.Interview;

/// <summary>Whatever a caller calls the stages, there are fifteen questions.</summary>
public sealed class InterviewStageTests
{
    public static TheoryData<string, string> Damages => new(
        from damage in new[] { "misspelt", "missing", "duplicated", "other language", "unknown", "reversed" }
        from language in new[] { "en", "ko" }
        select (damage, language));

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Every_name_damaged_leaves_fifteen_questions_all_the_same(string damage, string language)
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync();
        interviews.Thinks = (_, _) => 1;

        InterviewReport report = await interviews.HoldAsync(request: new InterviewRequest { Role = "keeper", Language = language, Stages = Names(damage, language) });

        Assert.Equal((InterviewEnd.Complete, 15), (report.Status, report.Stages.Count));
        Assert.Equal(15, report.Stages.Select(stage => stage.Stage).Distinct().Count());
        Assert.Equal(15, report.Stages.Select(stage => stage.Question).Distinct().Count());
        Assert.All(report.Stages, stage => Assert.NotNull(stage.Analysis));
        Assert.Equal(damage is "misspelt" or "duplicated" or "unknown", report.Stages.Any(stage => stage.Match is StageMatch.Order or StageMatch.General));
    }

    private static List<string?> Names(string damage, string language) => [.. ScenarioFile.Standard.Stages.Select((stage, i) => damage switch
    {
        "misspelt" => stage.Key.Insert(2, "x"),
        "missing" => null,
        "duplicated" => ScenarioFile.Standard.Stages[3].Key,
        "other language" => language == "en" ? stage.Names.Korean : stage.Names.English.ToUpperInvariant(),
        "unknown" => $"단계 {i}",
        _ => ScenarioFile.Standard.Stages[14 - i].Key,
    })];
}
