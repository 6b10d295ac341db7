using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Hosting;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Host;
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
    public void The_fleet_may_not_lease_more_than_the_host_can_run(string capacity, bool fits) =>
        Assert.Equal(fits ? 0 : 1, Faults(capacity).Count(fault => fault.Contains("maxConcurrentActivityFunctions", StringComparison.Ordinal)));

    [Theory]
    [InlineData("cpu", 8, null)]
    [InlineData("cpu", 7, "'cpu' may run 8 calls at once (interview_cpu 4, embedding 2, speech 1, vision 1), Workflows:ResourceClasses:cpu only 7 activities.")]
    [InlineData("cpu", 9, "The resource classes have gpu 8, cpu 9 of the host's 61 activities at once, and the others need 45.")]
    [InlineData("npu", 1, "The resource classes have gpu 8, cpu 8, npu 1 of the host's 61 activities at once, and the others need 45.")]
    public void Nor_may_a_resource_class(string name, int slots, string? fault)
    {
        List<string> faults = Faults("61", (name, slots));

        Assert.Equal(fault is null ? 0 : 1, faults.Count);
        Assert.All(faults, told => Assert.Contains(fault!, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_classes_of_the_catalogues_pools_have_slots_for_all_their_calls_where_nothing_else_is_set()
    {
        await using TestApp app = await TestApp.StartAsync();

        Assert.Equal(new Dictionary<string, int> { ["gpu"] = 8, ["cpu"] = 8 }, app.Services.GetRequiredService<IResourceClasses>().Slots);
        Assert.Equal(DurableEngineOptions.ResourceClassTag, ResourceClass.Tag);
    }

    private static List<string> Faults(string capacity, params (string Name, int Slots)[] classes)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["AzureFunctionsJobHost:extensions:durableTask:maxConcurrentActivityFunctions"] = capacity })
            .Build();
        EmbeddedHostOptions host = new();
        foreach ((string name, int slots) in classes)
        {
            host.ResourceClasses[name] = slots;
        }

        return [.. new ActivityCapacity(configuration, host).Validate(null, new ModelOptions()).Failures ?? []];
    }
}
