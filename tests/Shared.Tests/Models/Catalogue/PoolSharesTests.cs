using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Catalogue;

public sealed class PoolSharesTests
{
    [Fact]
    public void What_is_not_set_keeps_its_default() =>
        Assert.Equal(new FleetShares { Realtime = 0.5, Interactive = 0.3, Batch = 0.125 }, Pool(new ModelPoolOptions { InteractiveShare = 0.3 }).Shares);

    [Theory]
    [InlineData(-0.1, "between 0 and 1")]
    [InlineData(double.NaN, "between 0 and 1")]
    [InlineData(0.7, "not be above 1 together")]
    public void Shares_that_cannot_be_kept_are_faults(double realtime, string fault)
    {
        ModelOptions options = new() { Pools = { ["qwen3"] = new ModelPoolOptions { RealtimeShare = realtime } } };

        Assert.Contains(new ModelOptionsValidator().Validate(null, options).Failures!, failure => failure.Contains(fault, StringComparison.Ordinal));
    }

    private static FleetPool Pool(ModelPoolOptions options)
    {
        ModelCatalogue catalogue = new(new ModelOptions { Pools = { ["qwen3"] = options } });
        return catalogue.Pools.Single(pool => pool.Name == "qwen3");
    }
}
