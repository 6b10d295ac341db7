using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Debate.Comparison;

namespace Workflows.Shared.Tests.Debate.Comparison;

public sealed class RateEstimateTests
{
    /// <summary>The examples of Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 1998.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Published_examples_come_out_as_published(int count, int of, double low, double high)
    {
        RateEstimate rate = RateEstimate.From(count, of);

        Assert.Equal((low, high), (Math.Round(rate.Low!.Value, 4), Math.Round(rate.High!.Value, 4)));
    }

    [Fact]
    public void Out_of_none_nothing_is_said() => Assert.Equal(new RateEstimate { Count = 0, Of = 0 }, RateEstimate.From([]));

    [Fact]
    public void One_case_says_little()
    {
        RateEstimate rate = RateEstimate.From([true]);

        Assert.Equal((1, 1), (rate.Value, rate.High));
        Assert.Equal(0.2065, rate.Low!.Value, 4);
    }

    [Fact]
    public void It_stays_within_0_and_1_holds_the_rate_and_mirrors_its_complement() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(1, 5_000).SelectMany(of => Gen.Choose(0, of).Select(count => (count, of))).ToArbitrary(), pair =>
        {
            RateEstimate rate = RateEstimate.From(pair.count, pair.of);
            RateEstimate complement = RateEstimate.From(pair.of - pair.count, pair.of);
            return rate.Low >= 0 && rate.Low <= rate.Value && rate.Value <= rate.High && rate.High <= 1
                && Math.Abs(rate.Low.Value - (1 - complement.High!.Value)) < 1e-12;
        }));

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(100)]
    public void Over_all_rates_it_covers_as_often_as_it_says(int of)
    {
        double[] coverages = [.. Enumerable.Range(1, 199).Select(step => Coverage(of, step / 200.0))];

        Assert.InRange(coverages.Average(), 0.945, 0.965);
        Assert.All(coverages, coverage => Assert.InRange(coverage, 0.83, 1));
    }

    /// <summary>Worked out, not drawn.</summary>
    private static double Coverage(int of, double rate) =>
        Binomial.Probabilities(of, rate).Select((chance, count) => RateEstimate.From(count, of) is var estimate && estimate.Low <= rate && rate <= estimate.High ? chance : 0).Sum();
}
