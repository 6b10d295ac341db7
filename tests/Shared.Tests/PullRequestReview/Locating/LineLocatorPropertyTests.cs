using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Locating;
using Workflows.Shared.Tests.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview.Locating;

public class LineLocatorPropertyTests
{
    private static readonly DiffFile[] Files = [.. SampleDiffs.Names.SelectMany(name => SampleDiffs.Read(name).Files).Where(file => file.Hunks.Count > 0)];

    [Fact]
    public void Every_location_is_a_run_of_lines_that_the_diff_shows_on_that_side() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Cases, request =>
        {
            var location = LineLocator.Locate(request.File, request.Quote, request.Line, request.Side);

            AssertShown(request.File, location);
        }));

    [Fact]
    public void A_shown_line_claimed_rightly_is_found_where_it_stands() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(ShownLines, shown =>
        {
            var location = LineLocator.Locate(shown.File, shown.Line.Text, shown.Line.NumberOn(shown.Side), shown.Side);

            if (!string.IsNullOrWhiteSpace(shown.Line.Text))
            {
                Assert.Equal((LocationKind.Exact, shown.Line.NumberOn(shown.Side), shown.Side), (location.Kind, location.Line, location.Side));
                Assert.False(location.Moved);
            }
        }));

    [Fact]
    public void A_shown_line_quoted_as_rendered_is_found_where_it_stands() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(ShownLines, shown =>
        {
            var number = shown.Line.NumberOn(shown.Side);
            var sign = shown.Line.Kind switch { DiffLineKind.Added => '+', DiffLineKind.Removed => '-', _ => ' ' };
            var location = LineLocator.Locate(shown.File, $"{sign} {number,6} | {shown.Line.Text}", number, shown.Side);

            if (!string.IsNullOrWhiteSpace(shown.Line.Text))
            {
                Assert.Equal((number, shown.Side), (location.Line, location.Side));
            }
        }));

    [Fact]
    public void The_same_finding_on_the_same_code_keeps_its_id_when_the_code_moves() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Contents.Pairs, Gen.Choose(0, 500).ToArbitrary(), (pair, shift) =>
        {
            if (pair.Old.SequenceEqual(pair.New))
            {
                return;
            }

            var prefix = Enumerable.Range(0, shift).Select(i => $"before {i}").ToList();
            var here = UnifiedDiff.Parse(DiffWriter.Write("f", pair.Old, pair.New, 3)).Files[0];
            var there = UnifiedDiff.Parse(DiffWriter.Write("f", [.. prefix, .. pair.Old], [.. prefix, .. pair.New], 3)).Files[0];

            Assert.Equal(AddedIds(here), AddedIds(there));
        }));

    private static Arbitrary<(DiffFile File, string? Quote, int? Line, DiffSide Side)> Cases =>
        FilesAndGenerated.SelectMany(file => Quotes(file).SelectMany(quote =>
            Gen.Choose(-1, 60).SelectMany(line => Gen.Elements(DiffSide.New, DiffSide.Old).Select(side =>
                (file, quote, line < 0 ? null : (int?)line, side))))).ToArbitrary();

    private static Arbitrary<(DiffFile File, DiffLine Line, DiffSide Side)> ShownLines =>
        FilesAndGenerated.SelectMany(file => Gen.Elements(file.Hunks.SelectMany(hunk => hunk.Lines).ToArray()).SelectMany(line =>
            Gen.Elements(DiffSide.New, DiffSide.Old).Select(side => (file, line, line.NumberOn(side) is null ? Other(side) : side))))
            .Where(shown => shown.line.NumberOn(shown.Item3) is not null)
            .ToArbitrary();

    private static Gen<DiffFile> FilesAndGenerated =>
        Gen.OneOf(
            Gen.Elements(Files),
            Contents.Pairs.Generator.Where(pair => !pair.Old.SequenceEqual(pair.New)).Select(pair => UnifiedDiff.Parse(DiffWriter.Write("f", pair.Old, pair.New, 2)).Files[0]));

    private static Gen<string?> Quotes(DiffFile file)
    {
        var lines = file.Hunks.SelectMany(hunk => hunk.Lines).Select(line => line.Text).ToArray();
        return Gen.OneOf(
            Gen.Elements(lines).Select(line => (string?)line),
            Gen.Elements(lines).SelectMany(first => Gen.Elements(lines).Select(second => (string?)$"{first}\n{second}")),
            Gen.Elements(lines).Select(line => (string?)$"```\n+     12 | {line}\n```"),
            Gen.Elements(lines).Select(line => (string?)line[(line.Length / 3)..]),
            Gen.Choose(0, Math.Max(0, lines.Length - 1)).Select(at => (string?)string.Join('\n', lines.Skip(at).Take(4))),
            ArbMap.Default.GeneratorFor<string?>());
    }

    private static DiffSide Other(DiffSide side) => side == DiffSide.New ? DiffSide.Old : DiffSide.New;

    private static void AssertShown(DiffFile file, LineLocation location)
    {
        var found = location.Kind is not (LocationKind.NotFound or LocationKind.Ambiguous);
        Assert.Equal(found, location.Line is not null);
        Assert.Equal(found, location.Side is not null);
        Assert.Equal(found, location.Text is not null);
        Assert.True(found || (location.EndLine is null && !location.Moved));
        if (found)
        {
            var numbers = Enumerable.Range(location.Line!.Value, (location.EndLine ?? location.Line.Value) - location.Line.Value + 1);
            var shown = numbers.Select(number => Patch.Shown(file, location.Side!.Value, number)).ToList();
            Assert.DoesNotContain(null, shown);
            Assert.Equal(location.Text, string.Join('\n', shown));
        }
    }

    private static List<string> AddedIds(DiffFile file) =>
    [
        .. file.Hunks.SelectMany(hunk => hunk.Lines).Where(line => line.Kind == DiffLineKind.Added).Select(line =>
        {
            var location = LineLocator.Locate(file, line.Text, line.NewNumber, DiffSide.New);
            return FindingFingerprint.Compute(file.Path, "logic", location.Text, location.Side, FindingFingerprint.Occurrence(file, location));
        }),
    ];
}
