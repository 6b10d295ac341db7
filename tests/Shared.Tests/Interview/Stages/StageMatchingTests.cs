using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Interview.Scenario;
using Workflows.Shared.Interview.Stages;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Interview.Stages;

public sealed class StageMatchingTests
{
    private static readonly InterviewScenario Scenario = ScenarioFile.Standard;

    private static readonly string[] Keys = [.. Scenario.Stages.Select(stage => stage.Key)];

    [Fact]
    public void Without_names_the_stages_are_the_scenarios() =>
        Assert.Equal(Keys.Select(key => (key, StageMatch.Key)), Plan().Select(stage => (stage.Key, stage.Match)));

    [Fact]
    public void Keys_in_another_order_are_stages_in_that_order() =>
        Assert.Equal(Keys.Reverse().Select(key => (key, StageMatch.Key)), Plan([.. Keys.Reverse()]).Select(stage => (stage.Key, stage.Match)));

    [Theory]
    [InlineData("Key Project")]
    [InlineData("KEY_PROJECT")]
    [InlineData("key-project ")]
    [InlineData("대표 프로젝트")]
    [InlineData("대표프로젝트")]
    [InlineData("main project")]
    [InlineData("ｐｒｏｊｅｃｔ")]
    public void A_name_is_known_whatever_its_case_blanks_punctuation_width_and_language(string name)
    {
        PlannedStage stage = Plan(name)[0];

        Assert.Equal(("project", StageMatch.Name, name.Trim()), (stage.Key, stage.Match, stage.Given));
    }

    [Fact]
    public void An_unknown_name_is_the_stage_at_its_place()
    {
        PlannedStage stage = Plan(null, "motivaton")[1];

        Assert.Equal(("motivation", StageMatch.Order, "motivaton", true), (stage.Key, stage.Match, stage.Given, stage.IsMismatch));
    }

    [Fact]
    public void An_unknown_name_whose_place_another_has_gets_a_general_question_for_the_role()
    {
        PlannedStage stage = Plan("wholly unknown", "self-introduction")[0];

        Assert.Equal(("general-1", "wholly unknown", StageMatch.General, true), (stage.Key, stage.Name, stage.Match, stage.IsFixed));
        Assert.Equal(Scenario.General.English[0].Replace("{role}", "keeper", StringComparison.Ordinal), stage.Question);
    }

    [Fact]
    public void A_name_given_twice_is_a_mismatch_the_second_time()
    {
        IReadOnlyList<PlannedStage> stages = Plan("motivation", "motivation", "experience");

        Assert.Equal([("motivation", StageMatch.Key), ("general-2", StageMatch.General), ("experience", StageMatch.Key)], stages.Take(3).Select(stage => (stage.Key, stage.Match)));
        Assert.Equal(15, stages.Count);
    }

    [Fact]
    public void A_key_counts_before_a_place_whatever_comes_first() =>
        Assert.Equal(["general-1", "self-introduction"], Plan("???x", "self-introduction").Take(2).Select(stage => stage.Key));

    [Fact]
    public void Any_names_leave_fifteen_stages_of_different_keys_and_questions_without_a_gap() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(int, string?)[]>(),
        drawn =>
        {
            IReadOnlyList<PlannedStage> stages = Plan([.. drawn.Select(one => (one.Item1 % 3) switch { 0 => one.Item2, 1 => Keys[Math.Abs(one.Item1) % 15], _ => Scenario.Stages[Math.Abs(one.Item1) % 15].Names.Korean })]);
            return stages.Count == 15
                && stages.Select(stage => stage.Key).Distinct().Count() == 15
                && stages.Select(stage => stage.Question).Distinct().Count() == 15
                && stages.Select(stage => stage.Number).SequenceEqual(Enumerable.Range(1, 15))
                && stages.All(stage => stage.Question.Length > 0 && !stage.Question.Contains("{role}", StringComparison.Ordinal) && ScenarioRules.IsKey(stage.Key) != (stage.Match == StageMatch.General));
        }));

    [Theory]
    [InlineData("project", 4)]
    [InlineData("4", 4)]
    [InlineData("Key project", 4)]
    [InlineData("our name", 2)]
    public void An_answers_stage_is_found_by_key_number_and_names(string wanted, int number) =>
        Assert.Equal(number, StageMatching.Find(Plan(null, "our name"), wanted, open: 9)?.Number);

    [Fact]
    public void Of_two_that_are_called_the_same_the_open_one_is_meant()
    {
        IReadOnlyList<PlannedStage> stages = Plan("aaa", "aaa");

        Assert.Equal((2, 1), (StageMatching.Find(stages, "aaa", open: 2)?.Number, StageMatching.Find(stages, "aaa", open: 7)?.Number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("16")]
    [InlineData("nothing")]
    public void What_no_stage_is_called_is_none(string wanted) => Assert.Null(StageMatching.Find(Plan(), wanted, open: 1));

    private static IReadOnlyList<PlannedStage> Plan(params string?[] names) => StageMatching.Plan(Scenario, names, AnswerLanguage.English, "keeper");
}
