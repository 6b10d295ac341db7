using Workflows.Shared.Debate.Comparison;

namespace Workflows.Shared.Tests.Debate.Comparison;

public sealed class StudentTTests
{
    [Theory]
    [InlineData(0.95, 1, 12.706205)]
    [InlineData(0.95, 2, 4.302653)]
    [InlineData(0.95, 3, 3.182446)]
    [InlineData(0.95, 9, 2.262157)]
    [InlineData(0.95, 10, 2.228139)]
    [InlineData(0.95, 30, 2.042272)]
    [InlineData(0.95, 120, 1.979930)]
    [InlineData(0.99, 5, 4.032143)]
    [InlineData(0.9, 8, 1.859548)]
    public void A_quantile_is_that_of_the_tables(double share, int degrees, double t) => Assert.Equal(t, StudentT.Quantile(share, degrees), 5);

    [Fact]
    public void With_many_degrees_of_freedom_it_becomes_normal() => Assert.Equal(Estimate.Z, StudentT.Quantile(Estimate.Confidence, 9_999), 3);

    [Fact]
    public void It_falls_with_the_degrees_of_freedom()
    {
        double[] quantiles = [.. Enumerable.Range(1, 200).Select(degrees => StudentT.Quantile(Estimate.Confidence, degrees))];

        Assert.Equal(quantiles.OrderDescending(), quantiles);
    }

    [Fact]
    public void The_whole_distribution_is_one() => Assert.All(Enumerable.Range(1, 50), degrees => Assert.Equal(1, StudentT.Central(1e12, degrees), 9));
}
