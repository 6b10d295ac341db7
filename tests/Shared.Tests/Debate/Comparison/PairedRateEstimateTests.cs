using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Debate.Comparison;

namespace Workflows.Shared.Tests.Debate.Comparison;

public sealed class PairedRateEstimateTests
{
    /// <summary>Airway reactivity before and after a transplantation: Fagerland, Lydersen and Laake, Statistics in Medicine 33, 2014.</summary>
    [Fact]
    public void A_published_example_comes_out_as_published()
    {
        Estimate estimate = PairedRateEstimate.Of(1, 7, 21);

        Assert.Equal((-0.286, -0.517, -0.026), (Math.Round(estimate.Value!.Value, 3), Math.Round(estimate.Low!.Value, 3), Math.Round(estimate.High!.Value, 3)));
    }

    [Fact]
    public void Of_no_pairs_nothing_is_said() => Assert.Equal(Estimate.None, PairedRateEstimate.Of([]));

    [Fact]
    public void Pairs_that_all_agree_still_leave_a_difference_possible()
    {
        const double Square = Estimate.Z * Estimate.Z;
        Estimate estimate = PairedRateEstimate.Of([.. Enumerable.Repeat((true, true), 10)]);

        Assert.Equal(0, estimate.Value);
        Assert.Equal(Square / (10 + Square), estimate.High!.Value, 9);
        Assert.Equal(-Square / (10 + Square), estimate.Low!.Value, 9);
    }

    [Fact]
    public void Pairs_that_all_differ_the_same_way_end_at_the_edge()
    {
        Estimate estimate = PairedRateEstimate.Of([.. Enumerable.Repeat((true, false), 10)]);

        Assert.Equal((1, 1), (estimate.Value, estimate.High));
        Assert.Equal(0.4449344, estimate.Low!.Value, 6);
    }

    [Fact]
    public void It_stays_within_its_range_holds_the_difference_and_mirrors_when_the_sides_are_changed() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<(bool First, bool Second)>>(), pairs =>
        {
            Estimate one = PairedRateEstimate.Of(pairs.Get);
            Estimate other = PairedRateEstimate.Of([.. pairs.Get.Select(pair => (pair.Second, pair.First))]);
            return one.Low >= -1 && one.Low <= one.Value && one.Value <= one.High && one.High <= 1
                && Math.Abs(one.Low.Value + other.High!.Value) < 1e-9 && Math.Abs(one.High.Value + other.Low!.Value) < 1e-9;
        }));

    [Theory]
    [InlineData(30, 0.05, 0.05)]
    [InlineData(30, 0.2, 0.1)]
    [InlineData(60, 0.1, 0.02)]
    [InlineData(60, 0.3, 0.3)]
    public void It_covers_the_difference_about_as_often_as_it_says(int count, double firstOnly, double secondOnly)
    {
        double coverage = 0;
        double[] first = Binomial.Probabilities(count, firstOnly);
        for (int one = 0; one <= count; one++)
        {
            double[] second = one == count ? [1] : Binomial.Probabilities(count - one, secondOnly / (1 - firstOnly));
            for (int other = 0; other < second.Length; other++)
            {
                Estimate estimate = PairedRateEstimate.Of(one, other, count);
                coverage += estimate.Low <= firstOnly - secondOnly && firstOnly - secondOnly <= estimate.High ? first[one] * second[other] : 0;
            }
        }

        Assert.InRange(coverage, 0.93, 0.98);
    }
}
