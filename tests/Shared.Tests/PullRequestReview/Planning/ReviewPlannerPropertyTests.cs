using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Models;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Planning;
using Workflows.Shared.Tests.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview.Planning;

public class ReviewPlannerPropertyTests
{
    private static readonly string[] Texts = [.. SampleDiffs.Names.Select(SampleDiffs.Text)];

    [Fact]
    public void Any_text_gives_a_plan_or_the_one_error() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        AssertSound(text);
    }));

    [Fact]
    public void A_cut_and_garbled_diff_gives_a_plan_or_the_one_error() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Elements(Texts).ToArbitrary(), Gen.ArrayOf(Gen.Choose(0, 1_000_000), 9).ToArbitrary(), (text, dice) =>
        {
            AssertSound(Garble(text, dice));
        }));

    [Fact]
    public void Every_reviewed_file_is_in_the_overview_or_named_as_left_out() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(30),
        Prop.ForAll(Gen.NonEmptyListOf(Files).ToArbitrary(), files =>
        {
            AssertSound(string.Concat(files.Select((file, index) => file.Text(index))));
        }));

    [Theory]
    [InlineData(2, 60_000)]
    [InlineData(300, 60)]
    [InlineData(500, 20)]
    public void The_overview_is_bounded_and_its_files_are_whole_or_named(int files, int lines)
    {
        var plan = AssertSound(string.Concat(Enumerable.Range(0, files).Select(index => new NewFile(5, lines, 12).Text(index))));

        Assert.Equal(files, plan!.Reviewed.Count());
        Assert.InRange(TokenEstimate.Of(plan.Overview), ReviewPlanner.OverviewTokens / 2, ReviewPlanner.OverviewTokens);
    }

    [Fact]
    public void Paths_longer_than_a_files_share_do_not_push_others_out_of_the_overview()
    {
        var plan = AssertSound(string.Concat(Enumerable.Range(0, 190).Select(index => new NewFile(400, 60, 12).Text(index))));

        Assert.InRange(TokenEstimate.Of(plan!.Overview), 0, ReviewPlanner.OverviewTokens);
    }

    [Theory]
    [InlineData(ReviewPlanner.MaxFiles + 1, 1)]
    [InlineData(120, 2_000)]
    public void Too_much_for_one_review_is_refused_with_the_remedy(int files, int lines)
    {
        var error = Assert.Throws<InvalidDiffException>(() => ReviewPlanner.Plan(string.Concat(Enumerable.Range(0, files).Select(index => new NewFile(5, lines, 12).Text(index)))));

        Assert.Contains("git diff", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_file_too_long_for_a_model_says_how_much_is_missing()
    {
        var file = Assert.Single(ReviewPlanner.Plan(new NewFile(5, 3_000, 450).Text(0)).Files);

        Assert.InRange(file.Tokens, 1, ReviewPlanner.MaxFileTokens);
        Assert.Contains("lines were too many", file.Omitted, StringComparison.Ordinal);
    }

    private static Gen<NewFile> Files =>
        from path in Gen.Elements(3, 60, 400)
        from lines in Gen.Elements(1, 30, 700)
        from width in Gen.Elements(1, 20, 600)
        select new NewFile(path, lines, width);

    private static ReviewPlan? AssertSound(string text)
    {
        ReviewPlan plan;
        try
        {
            plan = ReviewPlanner.Plan(text);
        }
        catch (InvalidDiffException)
        {
            return null;
        }

        Assert.True(TokenEstimate.Of(plan.Overview) <= ReviewPlanner.OverviewTokens);
        Assert.Equal(Enumerable.Range(0, plan.Files.Count), plan.Files.Select(file => file.Index));
        Assert.All(plan.Files, file => Assert.Equal(file.IsReviewed, file.Shown.Length > 0));
        var headings = plan.Overview.Split('\n').Where(line => line.StartsWith("file: ", StringComparison.Ordinal)).ToList();
        Assert.Equal(plan.Reviewed.Count(), headings.Count + plan.NotInOverview.Count);
        Assert.All(plan.Reviewed, file => Assert.True(
            headings.Exists(line => line.StartsWith($"file: {file.Diff.DisplayPath}", StringComparison.Ordinal)) || plan.NotInOverview.Contains(file.Diff.DisplayPath)));
        return plan;
    }

    private static string Garble(string text, int[] dice)
    {
        var letters = text[..(text.Length * (dice[0] % 1001) / 1000)].ToCharArray();
        foreach (var die in dice.Skip(1).Where(_ => letters.Length > 0))
        {
            letters[die % letters.Length] = "\n-+@ \u202E\ud800\u0001"[die % 8];
        }

        return new string(letters);
    }

    /// <summary>A new file with a path, a number of lines and a width of them, all outside ASCII so that they cost many tokens.</summary>
    internal sealed record NewFile(int PathLength, int Lines, int Width)
    {
        public string Text(int index)
        {
            var path = $"{new string('길', PathLength)}{index}.cs";
            return $"diff --git a/{path} b/{path}\nnew file mode 100644\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1,{Lines} @@\n"
                + string.Concat(Enumerable.Range(0, Lines).Select(line => $"+{new string('값', Width)}{line};\n"));
        }
    }
}
