using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Debate.Comparison;

namespace Workflows.Shared.Tests.Debate.Comparison;

public sealed class MeanEstimateTests
{
    /// <summary>Student's paper of 1908: the hours of sleep that ten patients gained, one drug less the other.</summary>
    private static readonly double[] Sleep = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];

    [Fact]
    public void Students_own_example_comes_out_as_in_the_books()
    {
        Estimate estimate = MeanEstimate.Of(Sleep);

        Assert.Equal(1.58, estimate.Value!.Value, 10);
        Assert.Equal(0.7001142, estimate.Low!.Value, 6);
        Assert.Equal(2.4598858, estimate.High!.Value, 6);
    }

    [Fact]
    public void Of_nothing_nothing_is_said() => Assert.Equal(Estimate.None, MeanEstimate.Of([]));

    [Fact]
    public void One_sample_has_a_mean_but_no_interval() => Assert.Equal(new Estimate { Value = 3.5 }, MeanEstimate.Of([3.5]));

    [Theory]
    [InlineData(0.1, 3)]
    [InlineData(29.5, 1_000)]
    public void Samples_that_are_all_equal_have_exactly_their_value(double value, int count) =>
        Assert.Equal(new Estimate { Value = value, Low = value, High = value }, MeanEstimate.Of([.. Enumerable.Repeat(value, count)]));

    [Fact]
    public void The_mean_lies_between_the_ends_and_between_the_samples() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int[]>().Filter(samples => samples.Length >= 2), samples =>
        {
            Estimate estimate = MeanEstimate.Of([.. samples.Select(sample => (double)sample)]);
            return estimate.Low <= estimate.Value && estimate.Value <= estimate.High && samples.Min() <= estimate.Value && estimate.Value <= samples.Max();
        }));

    [Fact]
    public void The_order_of_the_samples_does_not_matter() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<short[]>().Filter(samples => samples.Length >= 2), samples =>
        {
            Estimate one = MeanEstimate.Of([.. samples.Select(sample => (double)sample)]);
            Estimate other = MeanEstimate.Of([.. samples.Reverse().Select(sample => (double)sample)]);
            return Math.Abs(one.Value!.Value - other.Value!.Value) < 1e-6 && Math.Abs(one.Low!.Value - other.Low!.Value) < 1e-6;
        }));

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    public void Of_normal_samples_it_covers_the_mean_as_often_as_it_says(int count) => Assert.InRange(Coverage(count, Draws.Normal, 0), 0.94, 0.96);

    [Fact]
    public void Of_forty_skewed_samples_it_covers_the_mean_nearly_as_often() => Assert.InRange(Coverage(40, Draws.Exponential, 1), 0.92, 0.96);

    private static double Coverage(int count, Func<Random, double> draw, double mean)
    {
        const int Rounds = 10_000;
        Random random = new(20261120);
        int covered = 0;
        for (int i = 0; i < Rounds; i++)
        {
            Estimate estimate = MeanEstimate.Of(Draws.Many(random, count, draw));
            covered += estimate.Low <= mean && mean <= estimate.High ? 1 : 0;
        }

        return (double)covered / Rounds;
    }
}
