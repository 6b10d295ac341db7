using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Findings;
using Workflows.Shared.Tests.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview.Findings;

public class FindingSettlementPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void No_finding_stands_on_a_line_that_the_diff_does_not_show_on_that_side() => Check.One(Many.WithMaxTest(1_000), Prop.ForAll(GeneratedFindings.Cases, item =>
        Assert.All(item.Settle(), finding =>
        {
            Assert.Equal(finding.Line is null, finding.Side is null);
            Assert.True(finding.EndLine is null || finding.EndLine > finding.Line);
            for (var number = finding.Line; number <= (finding.EndLine ?? finding.Line); number++)
            {
                Assert.NotNull(Patch.Shown(item.File, finding.Side!.Value, number.Value));
            }
        })));

    [Fact]
    public void Ids_are_unique_in_a_file_and_the_same_on_a_second_run() => Check.One(Many, Prop.ForAll(GeneratedFindings.Cases, item =>
    {
        var ids = Ids(item.Settle());

        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(ids, Ids(item.Settle()));
    }));

    [Fact]
    public void The_order_in_which_candidates_come_changes_no_finding_and_no_id() => Check.One(Many, Prop.ForAll(GeneratedFindings.Cases, item =>
        Assert.Equal(
            JsonText.Of(Settle(item.File, item.Answers)),
            JsonText.Of(Settle(item.File, item.Answers.Reverse())))));

    [Fact]
    public void Code_that_is_put_in_far_above_changes_no_id() => Check.One(Many, Prop.ForAll(Shifted, item =>
        Assert.Equal(Ids(Settle(item.Here, item.Answers)), Ids(Settle(item.There, item.Answers)))));

    [Fact]
    public void What_the_validations_say_changes_no_place() => Check.One(Many, Prop.ForAll(GeneratedFindings.Cases, item =>
    {
        var unjudged = GeneratedFindings.Case.Settle(item.File, item.Answers, item.Synthesis, new FindingVerdicts());
        var places = unjudged.Select(finding => (finding.Line, finding.EndLine, finding.Side, finding.Quote)).ToHashSet();

        Assert.All(item.Settle(), finding => Assert.Contains((finding.Line, finding.EndLine, finding.Side, finding.Quote), places));
    }));

    [Fact]
    public void No_single_validation_removes_a_finding_that_has_a_place() => Check.One(Many, Prop.ForAll(GeneratedFindings.Cases, item =>
    {
        int Placed(FindingVerdicts verdicts) => GeneratedFindings.Case.Settle(item.File, item.Answers, item.Synthesis, verdicts).Count(finding => finding.Line is not null);
        var all = Placed(new FindingVerdicts());

        Assert.Equal(all, Placed(item.Verdicts with { Accuracy = null }));
        Assert.Equal(all, Placed(item.Verdicts with { Hallucination = null }));
    }));

    [Fact]
    public void The_synthesis_removes_no_place() => Check.One(Many, Prop.ForAll(GeneratedFindings.Cases, item =>
    {
        var settled = GeneratedFindings.Case.Settle(item.File, item.Answers, item.Synthesis, new FindingVerdicts());
        var alone = Settle(item.File, item.Answers);

        Assert.All(alone.Where(finding => finding.Line is not null), finding => Assert.Contains(settled, other =>
            other.Side == finding.Side && Math.Abs(other.Line!.Value - finding.Line!.Value) <= FindingMerge.MaxDistance));
    }));

    private static Arbitrary<(DiffFile Here, DiffFile There, AnswerFinding[] Answers)> Shifted =>
        (from pair in Contents.Pairs.Generator.Where(pair => !pair.Old.SequenceEqual(pair.New))
         from shift in Gen.Choose(1, 300)
         let prefix = Enumerable.Range(0, shift).Select(i => $"before {i}").ToArray()
         let old = Enumerable.Range(0, 5).Select(i => $"head {i}").Concat(pair.Old).ToArray()
         let edited = Enumerable.Range(0, 5).Select(i => $"head {i}").Concat(pair.New).ToArray()
         let here = UnifiedDiff.Parse(DiffWriter.Write("f", old, edited, 3)).Files[0]
         let there = UnifiedDiff.Parse(DiffWriter.Write("f", [.. prefix, .. old], [.. prefix, .. edited], 3)).Files[0]
         from findings in GeneratedFindings.Answers(here).Select(finding => finding with { Line = 0 }).ListOf()
         select (here, there, findings.ToArray())).ToArbitrary();

    private static IReadOnlyList<Finding> Settle(DiffFile file, IEnumerable<AnswerFinding> answers) =>
        GeneratedFindings.Case.Settle(file, answers, null, new FindingVerdicts());

    private static List<string> Ids(IEnumerable<Finding> findings) => [.. findings.Select(finding => finding.Id)];
}
