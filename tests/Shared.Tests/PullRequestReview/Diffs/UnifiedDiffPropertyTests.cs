using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview.Diffs;

public class UnifiedDiffPropertyTests
{
    [Fact]
    public void Applying_a_parsed_diff_to_the_old_text_gives_the_new_one() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Contents.Pairs, Gen.Choose(0, 4).ToArbitrary(), (pair, context) =>
        {
            if (pair.Old.SequenceEqual(pair.New))
            {
                return;
            }

            var file = Assert.Single(UnifiedDiff.Parse(DiffWriter.Write("some file.txt", pair.Old, pair.New, context)).Files);

            Assert.Equal("some file.txt", file.Path);
            Assert.False(file.Truncated);
            Assert.Equal(pair.New, Patch.Apply(file, pair.Old));
        }));

    [Fact]
    public void Several_files_in_one_diff_do_not_disturb_each_other() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Contents.Pairs, Contents.Pairs, (one, two) =>
        {
            if (one.Old.SequenceEqual(one.New) || two.Old.SequenceEqual(two.New))
            {
                return;
            }

            var first = DiffWriter.Write("one", one.Old, one.New, 3);
            var second = DiffWriter.Write("two", two.Old, two.New, 3);

            Assert.Equal(
                JsonText.Of(UnifiedDiff.Parse(first).Files.Concat(UnifiedDiff.Parse(second).Files)),
                JsonText.Of(UnifiedDiff.Parse(first + second).Files));
        }));

    [Fact]
    public void Any_text_gives_a_diff_or_the_one_error() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => TryParse(text)));

    [Fact]
    public void A_cut_sample_gives_what_it_shows_or_the_one_error() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Samples, Gen.Choose(0, 1000).ToArbitrary(), (text, permille) =>
        {
            foreach (var file in TryParse(text[..(text.Length * permille / 1000)]))
            {
                Assert.All(file.Hunks.SelectMany(hunk => hunk.Lines), line => Assert.True((line.OldNumber ?? line.NewNumber ?? 1) > 0));
            }
        }));

    [Fact]
    public void A_garbled_sample_gives_a_diff_or_the_one_error() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Samples, Gen.ArrayOf(Gen.Choose(0, 1_000_000), 12).ToArbitrary(), (text, dice) =>
        {
            foreach (var file in TryParse(Garble(text, dice)))
            {
                AssertConsistent(file);
            }
        }));

    [Theory]
    [InlineData("x")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("@@ -1,9 +1,9 @@\n")]
    [InlineData("--- a\n+++ b\n")]
    [InlineData("--- a\n+++ b\n@@ -1 +1 @@\n-x\n")]
    [InlineData("diff --git a/x b/x\n")]
    [InlineData("diff --git a/b/c /d e")]
    [InlineData("/ ")]
    [InlineData("\"\\303")]
    [InlineData("Submodule x 1234567..1234568")]
    [InlineData("Binary files a and b differ\n")]
    [InlineData("\\ \n")]
    public void Five_megabytes_of_anything_repeated_are_read_in_linear_time(string unit)
    {
        var repeated = string.Concat(Enumerable.Repeat(unit, 5_000_000 / unit.Length));

        // A quadratic step would take hours on this much; the run ends, and that is the assertion.
        TryParse(repeated);
        TryParse("diff --git a/" + repeated);
        TryParse("diff --git \"a/" + repeated);
        TryParse("--- a\n+++ b\n@@ -1,9999999 +1,9999999 @@\n" + repeated);
        TryParse("--- a\n+++ b\n@@ -1,9999999 +1,9999999 @@\n" + repeated.Replace("\n", "\n+", StringComparison.Ordinal));
    }

    private static Arbitrary<string> Samples => Gen.Elements(SampleDiffs.Names.Select(SampleDiffs.Text).ToArray()).ToArbitrary();

    private static IReadOnlyList<DiffFile> TryParse(string? text)
    {
        try
        {
            return UnifiedDiff.Parse(text).Files;
        }
        catch (InvalidDiffException)
        {
            return [];
        }
    }

    private static void AssertConsistent(DiffFile file)
    {
        var lines = file.Hunks.SelectMany(hunk => hunk.Lines).ToList();
        Assert.NotEqual("", file.Path);
        Assert.Equal(file.AddedLines, lines.Count(line => line.Kind == DiffLineKind.Added));
        Assert.Equal(file.RemovedLines, lines.Count(line => line.Kind == DiffLineKind.Removed));
        Assert.All(lines, line => Assert.Equal(line.Kind == DiffLineKind.Removed, line.NewNumber is null));
        Assert.All(lines, line => Assert.False(line.Text.Contains('\n')));
        DiffRendering.ForModel(file, 100);
        Workflows.Shared.PullRequestReview.Skipping.SkipRules.Evaluate(file);
    }

    /// <summary>Swaps, drops, doubles and overwrites pieces of a text.</summary>
    private static string Garble(string text, int[] dice)
    {
        string[] pieces = ["@@ -1,3 +1,3 @@\n", "--- a\n", "+++ b\n", "\n", "-", "+", " ", "\\", "\"", "\u0000", "@@@ -1 -1 +1 @@@\n", "diff --cc x\n"];
        for (var i = 0; i + 2 < dice.Length; i += 3)
        {
            var from = dice[i] % (text.Length + 1);
            var to = Math.Min(text.Length, from + (dice[i + 1] % 40));
            text = (dice[i + 2] % 4) switch
            {
                0 => text[..from] + text[to..],
                1 => text[..to] + text[from..],
                2 => text[..from] + pieces[dice[i + 2] % pieces.Length] + text[to..],
                _ => text[to..] + text[..from],
            };
        }

        return text;
    }
}
