using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Functions.Hosting;
using Workflows.Shared.Models;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions;

public sealed class StartTests
{
    [Fact]
    public void The_repositorys_host_runs_what_the_default_catalogue_may_lease()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json")).Build();
        int capacity = configuration.GetValue<int>("extensions:durableTask:maxConcurrentActivityFunctions");

        Assert.InRange(new ModelCatalogue(new ModelOptions { SimulatorProfile = "documents" }).Pools.Sum(pool => pool.MaxConcurrent), 1, capacity);
    }

    [Theory]
    [InlineData("quick")]
    [InlineData("documents")]
    public void The_simulator_has_every_default_pool_with_the_catalogues_limits(string profile)
    {
        ModelCatalogue catalogue = new(new ModelOptions { SimulatorProfile = profile });

        Assert.All(catalogue.Servers, pool =>
        {
            ModelProfile model = NamedProfiles.Get(profile)[pool.Model];
            Assert.Equal((pool.MaxConcurrent, pool.CallsPerMinute, pool.ContextTokens), (model.MaxConcurrent, model.CallsPerMinute, model.ContextTokens));
        });
    }

    [Theory]
    [InlineData("61", true)]
    [InlineData("60", false)]
    public void The_fleet_may_not_lease_more_than_the_host_can_run(string capacity, bool fits)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["AzureFunctionsJobHost:extensions:durableTask:maxConcurrentActivityFunctions"] = capacity })
            .Build();

        ValidateOptionsResult result = new ActivityCapacity(configuration).Validate(null, new ModelOptions());

        Assert.Equal(fits, result.Succeeded);
        Assert.Equal(fits, !(result.FailureMessage ?? "").Contains("maxConcurrentActivityFunctions", StringComparison.Ordinal));
    }
}
