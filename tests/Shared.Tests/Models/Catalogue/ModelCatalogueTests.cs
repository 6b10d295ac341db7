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
    [InlineData("thesis", "debate")]
    [InlineData("antithesis", "debate")]
    [InlineData("synthesis", "debate")]
    [InlineData("quick_summary", "kanana", "qwen3_small")]
    [InlineData("batch_analysis", "qwen3_medium")]
    [InlineData("interview-question", "interview_gpu")]
    [InlineData("interview-analysis", "interview_cpu")]
    [InlineData("interview-report", "interview_cpu")]
    [InlineData("embedding", "embedding")]
    [InlineData("speech-to-text", "speech")]
    [InlineData("vision", "vision")]
    [InlineData("expression_analysis", "expression")]
    public void By_default_tasks_go_where_the_documents_table_says(string task, params string[] pools) =>
        Assert.Equal(pools, new ModelCatalogue(new ModelOptions()).Policy(task).Pools);

    [Fact]
    public void The_interviews_models_lie_where_the_documents_placement_table_says() => Assert.Equal(
        [("interview_gpu", "gpu"), ("interview_cpu", "cpu"), ("embedding", "cpu"), ("speech", "cpu"), ("vision", "cpu")],
        new ModelCatalogue(new ModelOptions()).Pools.Where(pool => pool.ResourceClass is not null).Select(pool => (pool.Name, pool.ResourceClass!)));

    [Fact]
    public void A_pool_may_be_moved_to_another_resource()
    {
        var options = new ModelOptions();
        options.Pools["embedding"] = new ModelPoolOptions { ResourceClass = "gpu" };

        Assert.Equal("gpu", new ModelCatalogue(options).Pool("embedding").ResourceClass);
    }

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
    public void With_the_quick_simulator_the_pools_have_its_limits()
    {
        var pools = new ModelCatalogue(new ModelOptions()).Pools;

        Assert.Equal(
            [
                new FleetPool { Name = "qwen3", MaxConcurrent = 8, CallsPerMinute = 600, TimeoutSeconds = 60 },
                new FleetPool { Name = "gptoss", MaxConcurrent = 8, CallsPerMinute = 600, TimeoutSeconds = 60 },
            ],
            pools.Take(2));
        Assert.All(pools, pool => Assert.Equal((600, true), (pool.CallsPerMinute, pool.MaxConcurrent <= 8)));
    }

    [Fact]
    public void With_the_documents_simulator_the_pools_have_the_documents_limits() => Assert.Equal(
        [
            new FleetPool { Name = "qwen3", MaxConcurrent = 8, TimeoutSeconds = 60 },
            new FleetPool { Name = "gptoss", MaxConcurrent = 50, CallsPerMinute = 50, TimeoutSeconds = 60 },
        ],
        new ModelCatalogue(new ModelOptions { SimulatorProfile = "documents" }).Pools.Take(2));

    [Fact]
    public void Pools_that_no_task_uses_are_not_the_fleets()
    {
        var catalogue = new ModelCatalogue(new ModelOptions());

        Assert.True(catalogue.TryGetPool("midm", out _));
        Assert.DoesNotContain(catalogue.Pools, pool => pool.Name == "midm");
    }

    [Fact]
    public void Beside_real_servers_workflows_without_any_are_left_out_with_a_word_about_it()
    {
        var catalogue = new ModelCatalogue(Real());

        Assert.Equal(["qwen3", "gptoss"], catalogue.Servers.Select(pool => pool.Name));
        Assert.StartsWith(
            "The task 'quick_summary' has no model: no server is configured for consultation; set Models:Pools:kanana:Endpoint and ",
            Assert.Throws<ArgumentException>(() => catalogue.Policy("quick_summary")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Pools_may_lie_in_fleets_of_their_own()
    {
        var options = new ModelOptions();
        options.Pools["debate"] = new ModelPoolOptions { Fleet = "talk" };
        var catalogue = new ModelCatalogue(options);

        Assert.Equal(("talk", "default"), (catalogue.Policy("thesis").FleetKey, catalogue.Policy("F1").FleetKey));
        Assert.Equal(["debate"], catalogue.PoolsOf("talk").Select(pool => pool.Name));
        Assert.DoesNotContain(catalogue.PoolsOf("default"), pool => pool.Name == "debate");
        Assert.Empty(catalogue.PoolsOf("none"));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("1.5", null, "3")]
    [InlineData("1.5", "2", "4")]
    [InlineData("0", "0", "0")]
    public void A_price_is_per_thousand_tokens(string? prompt, string? completion, string? price)
    {
        var options = new ModelOptions();
        options.Pools["gptoss"] = new ModelPoolOptions { PromptPrice = Parse(prompt), CompletionPrice = Parse(completion) };

        Assert.Equal(Parse(price), new ModelCatalogue(options).Pool("gptoss").PriceOf(2_000, 500));

        static decimal? Parse(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

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
