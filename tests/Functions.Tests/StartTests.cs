using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Functions.Hosting;
using Workflows.Shared.Models;

namespace Workflows.Functions;

public sealed class StartTests
{
    [Theory]
    [InlineData("16", true)]
    [InlineData("15", false)]
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
