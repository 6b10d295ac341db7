using Microsoft.Extensions.Options;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Catalogue;

public class ModelCatalogueTests
{
    [Theory]
    [InlineData("P1", "qwen3")]
    [InlineData("F3", "qwen3")]
    [InlineData("P2", "qwen3")]
    [InlineData("F1", "gptoss", "qwen3")]
    [InlineData("F4", "gptoss", "qwen3")]
    [InlineData("F5", "gptoss", "qwen3")]
    [InlineData("F2", "gptoss")]
    [InlineData("F6", "gptoss")]
    [InlineData("V1", "gptoss")]
    [InlineData("V2", "gptoss")]
    [InlineData("V3", "gptoss")]
    [InlineData("V4", "gptoss")]
    public void By_default_tasks_go_where_the_documents_table_says(string task, params string[] pools) =>
        Assert.Equal(pools, new ModelCatalogue(new ModelOptions()).Policy(task).Pools);

    [Theory]
    [InlineData("F2", 100_000, "gptoss")]
    [InlineData("F2", 100_001, "qwen3")]
    [InlineData("F3", 100_001, "qwen3")]
    public void Prompts_over_100000_tokens_go_to_the_primary_model(string task, int tokens, string pool) =>
        Assert.Equal([pool], new ModelCatalogue(new ModelOptions()).Policy(task).Candidates(tokens));

    [Fact]
    public void With_real_servers_the_pools_have_the_documents_limits() => Assert.Equal(
        [
            new FleetPool { Name = "qwen3", MaxConcurrent = 8, TimeoutSeconds = 60 },
            new FleetPool { Name = "gptoss", MaxConcurrent = 50, CallsPerMinute = 50, TimeoutSeconds = 60 },
        ],
        new ModelCatalogue(Real()).Pools);

    [Fact]
    public void With_the_quick_simulator_the_pools_have_its_limits() => Assert.Equal(
        [
            new FleetPool { Name = "qwen3", MaxConcurrent = 8, CallsPerMinute = 600, TimeoutSeconds = 60 },
            new FleetPool { Name = "gptoss", MaxConcurrent = 8, CallsPerMinute = 600, TimeoutSeconds = 60 },
        ],
        new ModelCatalogue(new ModelOptions()).Pools);

    [Fact]
    public void With_the_documents_simulator_the_pools_have_the_documents_limits() => Assert.Equal(
        [
            new FleetPool { Name = "qwen3", MaxConcurrent = 8, TimeoutSeconds = 60 },
            new FleetPool { Name = "gptoss", MaxConcurrent = 50, CallsPerMinute = 50, TimeoutSeconds = 60 },
        ],
        new ModelCatalogue(new ModelOptions { SimulatorProfile = "documents" }).Pools);

    [Fact]
    public void A_limit_that_is_set_goes_before_the_simulators()
    {
        var options = new ModelOptions();
        options.Pools["gptoss"] = new ModelPoolOptions { MaxConcurrent = 3, CallsPerMinute = 0 };

        Assert.Equal(new FleetPool { Name = "gptoss", MaxConcurrent = 3, TimeoutSeconds = 60 }, new ModelCatalogue(options).Pools[1]);
    }

    [Fact]
    public void Simulated_models_bear_the_pools_names_and_get_no_key()
    {
        var options = new ModelOptions();
        options.Pools["gptoss"] = new ModelPoolOptions { Model = "openai/gpt-oss-120b", ApiKey = "hunter2" };
        var pool = new ModelCatalogue(options).Pool("gptoss");

        Assert.Equal((true, "gptoss", null, null), (pool.IsSimulated, pool.Model, pool.ApiKey, pool.Endpoint));
    }

    [Fact]
    public void Real_models_keep_what_is_not_set()
    {
        var pool = new ModelCatalogue(Real()).Pool("QWEN3");

        Assert.Equal((false, "Qwen/Qwen3-8B", 256_000, new Uri("http://127.0.0.1:8000/v1")), (pool.IsSimulated, pool.Model, pool.ContextTokens, pool.Endpoint!));
    }

    [Fact]
    public void A_task_moved_to_its_default_fallback_has_no_fallback()
    {
        var options = new ModelOptions();
        options.Tasks["f1"] = new ModelTaskOptions { Pool = "qwen3" };

        Assert.Equal(["qwen3"], new ModelCatalogue(options).Policy("F1").Pools);
    }

    [Fact]
    public void A_threshold_of_zero_lifts_the_rule()
    {
        var options = new ModelOptions();
        options.Tasks["F2"] = new ModelTaskOptions { TokenThreshold = 0 };

        Assert.Equal(["gptoss"], new ModelCatalogue(options).Policy("F2").Candidates(1_000_000));
    }

    [Fact]
    public void Faulty_options_make_no_catalogue() =>
        Assert.Throws<OptionsValidationException>(() => new ModelCatalogue(new ModelOptions { SimulatorProfile = "slow" }));

    [Fact]
    public void An_unknown_task_is_named() =>
        Assert.StartsWith("The catalogue has no task 'X9'; it has P1, ", Assert.Throws<ArgumentException>(() => new ModelCatalogue(new ModelOptions()).Policy("X9")).Message, StringComparison.Ordinal);

    private static ModelOptions Real()
    {
        var options = new ModelOptions();
        options.Pools["qwen3"] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:8000/v1" };
        options.Pools["gptoss"] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:8001/v1" };
        return options;
    }
}
