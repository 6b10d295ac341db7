using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Debate.Comparison;

namespace Workflows.Shared.Tests.Debate.Comparison;

public sealed class QuantileEstimateTests
{
    [Theory]
    [InlineData(6, 1, 6)]
    [InlineData(10, 2, 9)]
    [InlineData(20, 6, 15)]
    [InlineData(25, 8, 18)]
    [InlineData(100, 40, 61)]
    public void The_medians_interval_has_the_ranks_of_the_tables(int count, int low, int high)
    {
        Estimate estimate = QuantileEstimate.Of(Ranks(count), 0.5);

        Assert.Equal((low, high), (estimate.Low, estimate.High));
    }

    [Theory]
    [InlineData(1, 0.5, 1)]
    [InlineData(2, 0.5, 1)]
    [InlineData(3, 0.5, 2)]
    [InlineData(20, 0.95, 19)]
    [InlineData(21, 0.95, 20)]
    [InlineData(100, 0.95, 95)]
    [InlineData(7, 1, 7)]
    public void The_value_is_the_nearest_rank(int count, double share, int rank) => Assert.Equal(rank, QuantileEstimate.Of(Ranks(count), share).Value);

    [Theory]
    [InlineData(5, 0.5, false)]
    [InlineData(6, 0.5, true)]
    [InlineData(71, 0.95, false)]
    [InlineData(72, 0.95, true)]
    [InlineData(10_000, 1, false)]
    public void There_is_an_interval_only_where_samples_are_far_enough_out(int count, double share, bool there)
    {
        Estimate estimate = QuantileEstimate.Of(Ranks(count), share);

        Assert.Equal((there, there), (estimate.Low is not null, estimate.High is not null));
    }

    [Fact]
    public void Of_nothing_nothing_is_said() => Assert.Equal(Estimate.None, QuantileEstimate.Of([], 0.5));

    [Fact]
    public void Samples_that_are_all_equal_have_that_value_and_no_other() =>
        Assert.Equal(new Estimate { Value = 0.1, Low = 0.1, High = 0.1 }, QuantileEstimate.Of([.. Enumerable.Repeat(0.1, 80)], 0.95));

    [Fact]
    public void Value_and_ends_are_samples_in_their_order() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<int>>(), Gen.Choose(1, 100).ToArbitrary(), (samples, percent) =>
        {
            double[] sorted = [.. samples.Get.Select(sample => (double)sample).Order()];
            Estimate estimate = QuantileEstimate.Of(sorted, percent / 100.0);
            return sorted.Contains(estimate.Value!.Value)
                && (estimate.Low is null) == (estimate.High is null)
                && (estimate.Low is not { } low || (sorted.Contains(low) && low <= estimate.Value && estimate.Value <= estimate.High));
        }));

    [Theory]
    [InlineData(20, 0.5)]
    [InlineData(101, 0.5)]
    [InlineData(80, 0.95)]
    [InlineData(300, 0.95)]
    public void Whatever_is_sampled_it_covers_the_quantile_at_least_as_often_as_it_says(int count, double share)
    {
        const int Rounds = 5_000;
        Random random = new(20261120);
        double quantile = -Math.Log(1 - share);
        int covered = 0;
        for (int i = 0; i < Rounds; i++)
        {
            double[] samples = Draws.Many(random, count, Draws.Exponential);
            Array.Sort(samples);
            Estimate estimate = QuantileEstimate.Of(samples, share);
            covered += estimate.Low <= quantile && quantile <= estimate.High ? 1 : 0;
        }

        Assert.InRange((double)covered / Rounds, 0.945, 0.995);
    }

    private static double[] Ranks(int count) => [.. Enumerable.Range(1, count).Select(rank => (double)rank)];
}
