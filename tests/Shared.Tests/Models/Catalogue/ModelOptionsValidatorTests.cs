using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Models.Catalogue;

public class ModelOptionsValidatorTests
{
    [Fact]
    public void Nothing_configured_is_valid() => Assert.Empty(Faults(_ => { }));

    [Fact]
    public void Both_default_pools_with_an_endpoint_are_valid() => Assert.Empty(Faults(options =>
    {
        options.Pools["qwen3"] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:8000/v1" };
        options.Pools["gptoss"] = new ModelPoolOptions { Endpoint = "https://models.example/v1", ApiKey = "k" };
    }));

    [Theory]
    [InlineData("not an address")]
    [InlineData("/v1")]
    [InlineData("ftp://models.example/v1")]
    [InlineData("file:///etc/passwd")]
    public void An_endpoint_is_an_absolute_web_address(string endpoint) => Assert.Equal(
        ["Models:Pools:gptoss:Endpoint must be an absolute http or https address, such as http://127.0.0.1:8000/v1."],
        PoolFaults(pool => pool.Endpoint = endpoint));

    [Fact]
    public void A_password_in_an_endpoint_is_refused_and_not_repeated()
    {
        var fault = Assert.Single(PoolFaults(pool => pool.Endpoint = "https://user:hunter2@models.example/v1"));

        Assert.Equal("Models:Pools:gptoss:Endpoint must not hold a user or password; use Models:Pools:gptoss:ApiKey.", fault);
    }

    [Fact]
    public void A_query_in_an_endpoint_is_refused() => Assert.Equal(
        ["Models:Pools:gptoss:Endpoint must not hold a query or a fragment."],
        PoolFaults(pool => pool.Endpoint = "https://models.example/v1?api-version=1"));

    [Fact]
    public void A_key_that_is_no_header_is_refused_and_not_repeated() => Assert.Equal(
        ["Models:Pools:gptoss:ApiKey must consist of visible ASCII characters."],
        PoolFaults(pool => pool.ApiKey = "hunter\n2"));

    [Fact]
    public void A_credential_wants_https_and_no_key_beside_it()
    {
        Assert.Empty(PoolFaults(pool => (pool.Credential, pool.Endpoint) = (ModelCredential.ManagedIdentity, "https://models.example/openai/v1")));
        Assert.Equal(
            [
                "Models:Pools:gptoss:Credential and Models:Pools:gptoss:ApiKey are both set; leave one of them out.",
                "Models:Pools:gptoss:Credential wants an Endpoint with https: a token is sent there.",
            ],
            PoolFaults(pool => (pool.Credential, pool.ApiKey, pool.Endpoint) = (ModelCredential.ManagedIdentity, "k", "http://models.example/openai/v1")));
    }

    [Fact]
    public void Each_limit_out_of_range_is_a_fault_of_its_own() => Assert.Equal(
        [
            "Models:Pools:gptoss:ContextTokens must be between 1 and 100000000.",
            "Models:Pools:gptoss:MaxConcurrent must be between 1 and 100000.",
            "Models:Pools:gptoss:TimeoutSeconds must be between 1 and 86400.",
            "Models:Pools:gptoss:CallsPerMinute must be between 1 and 1000000, or 0 for no limit.",
            "Models:Pools:gptoss:TokensPerMinute must be above 0, or 0 for no limit.",
        ],
        PoolFaults(pool =>
        {
            pool.ContextTokens = 0;
            pool.MaxConcurrent = -1;
            pool.TimeoutSeconds = 100_000;
            pool.CallsPerMinute = -1;
            pool.TokensPerMinute = -1;
        }));

    [Fact]
    public void When_one_pool_has_an_endpoint_the_others_that_tasks_use_need_one_too() => Assert.Equal(
        ["Models:Pools:gptoss:Endpoint is missing: other pools have an endpoint, so every pool that a task uses needs one. Two pools may share a server."],
        Faults(options => options.Pools["qwen3"] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:8000/v1" }));

    [Fact]
    public void A_default_pool_that_no_task_uses_needs_no_endpoint() => Assert.Empty(Faults(options =>
    {
        options.Pools["qwen3"] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:8000/v1" };
        foreach (var id in new[] { "F1", "F2", "F4", "F5", "F6", "V1", "V2", "V3", "V4" })
        {
            options.Tasks[id] = new ModelTaskOptions { Pool = "qwen3" };
        }
    }));

    [Fact]
    public void A_pool_without_defaults_must_say_what_it_is() => Assert.Equal(
        ["Models:Pools:big:Model is missing.", "Models:Pools:big:ContextTokens is missing.", "Models:Pools:big:MaxConcurrent is missing."],
        Faults(options =>
        {
            foreach (var name in new[] { "qwen3", "gptoss", "big" })
            {
                options.Pools[name] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:8000/v1" };
            }
        }));

    [Fact]
    public void A_pools_name_fits_into_keys() => Assert.Equal(
        ["Models:Pools: a pool's name has 1 to 64 letters, digits, dots, underscores and hyphens."],
        Faults(options => options.Pools["a b"] = new ModelPoolOptions()));

    [Fact]
    public void An_unknown_profile_of_the_simulator_is_named() =>
        Assert.Equal(["Models:SimulatorProfile must be quick or documents."], Faults(options => options.SimulatorProfile = "slow"));

    [Fact]
    public void Unknown_pools_of_a_task_are_named_with_those_there_are() => Assert.Equal(
        [
            $"Models:Tasks:F1:Pool names the unknown pool 'a'; there are {KnownPools}.",
            $"Models:Tasks:F1:Fallbacks:0 names the unknown pool 'b'; there are {KnownPools}.",
            $"Models:Tasks:F1:TokenThresholdPool names the unknown pool 'c'; there are {KnownPools}.",
        ],
        TaskFaults(new ModelTaskOptions { Pool = "a", Fallbacks = ["b"], TokenThresholdPool = "c" }));

    [Theory]
    [InlineData("gptoss")]
    [InlineData("GPTOSS")]
    public void A_fallback_is_another_pool(string fallback) => Assert.Equal(
        [$"Models:Tasks:F1:Fallbacks:0 names the pool '{fallback}' a second time."],
        TaskFaults(new ModelTaskOptions { Fallbacks = [fallback] }));

    [Fact]
    public void Numbers_of_a_task_out_of_range_are_named() => Assert.Equal(
        [
            "Models:Tasks:F1:TokenThreshold must be above 0, or 0 for none.",
            "Models:Tasks:F1:Temperature must be between 0 and 2.",
            "Models:Tasks:F1:BudgetSeconds must be between 1 and 86400.",
            "Models:Tasks:F1:Class must be Realtime, Interactive, Batch.",
            "Models:Tasks:F1:MaxOutputTokens must be above 0.",
        ],
        TaskFaults(new ModelTaskOptions { TokenThreshold = -1, Temperature = double.NaN, BudgetSeconds = 0, Class = (CallClass)9, MaxOutputTokens = 0 }));

    [Fact]
    public void An_answer_must_leave_room_for_a_prompt() => Assert.Equal(
        ["Models:Tasks:F1:MaxOutputTokens must be below the 128000 tokens of context of the pool 'gptoss'."],
        TaskFaults(new ModelTaskOptions { MaxOutputTokens = 128_000 }));

    [Fact]
    public void A_new_task_needs_a_pool() => Assert.Equal(
        ["Models:Tasks:C1:Pool is missing."],
        Faults(options => options.Tasks["C1"] = new ModelTaskOptions()));

    [Fact]
    public void Every_fault_is_told_at_once() => Assert.Equal(
        5,
        Faults(options =>
        {
            options.SimulatorProfile = "slow";
            options.Pools["gptoss"] = new ModelPoolOptions { MaxConcurrent = 0, PromptPrice = -1, CompletionPrice = -1 };
            options.Tasks["F1"] = new ModelTaskOptions { Pool = "a" };
        }).Count);

    [Fact]
    public void The_pools_of_a_task_lie_in_one_fleet() => Assert.Equal(
        ["F1", "F2", "F4", "F5", "F6", "V1", "V2", "V3", "V4"],
        Faults(options => options.Pools["gptoss"] = new ModelPoolOptions { Fleet = "other" })
            .Where(fault => fault.Contains("its pools lie in the fleets other, default", StringComparison.Ordinal))
            .Select(fault => fault.Split(':')[2]).Order(StringComparer.Ordinal));

    [Fact]
    public void A_fleets_key_is_a_name() => Assert.Equal(
        ["Models:Pools:vision:Fleet has 1 to 64 letters, digits, dots, underscores and hyphens."],
        Faults(options => options.Pools["vision"] = new ModelPoolOptions { Fleet = "a b" }));

    [Theory]
    [InlineData("GPU")]
    [InlineData("9")]
    [InlineData("g p u")]
    [InlineData("../gpu")]
    public void A_resource_class_is_a_short_name(string name) => Assert.Equal(
        ["Models:Pools:vision:ResourceClass has 1 to 32 lower-case letters, digits and hyphens, a letter first, such as gpu or cpu."],
        Faults(options => options.Pools["vision"] = new ModelPoolOptions { ResourceClass = name }));

    [Fact]
    public void A_workflow_with_one_server_needs_those_of_its_other_tasks_and_no_other_workflow_does() => Assert.Equal(
        ["qwen3_small", "qwen3_medium"],
        Faults(options => options.Pools["kanana"] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:8000/v1" }).Select(fault => fault.Split(':')[2]));

    [Fact]
    public void A_server_that_no_task_uses_is_not_enough() => Assert.StartsWith(
        "Models:Tasks: no task has a model. Give the pools of a workflow an endpoint: pull-request review (qwen3, gptoss); ",
        Assert.Single(Faults(options => options.Pools["big"] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:8000/v1", Model = "m", ContextTokens = 1_000, MaxConcurrent = 1 })),
        StringComparison.Ordinal);

    private const string KnownPools =
        "qwen3, gptoss, debate, kanana, qwen3_small, qwen3_medium, midm, interview_gpu, interview_cpu, embedding, speech, vision, expression";

    private static List<string> TaskFaults(ModelTaskOptions task) => Faults(options => options.Tasks["F1"] = task);

    private static List<string> PoolFaults(Action<ModelPoolOptions> change) => Faults(options =>
    {
        options.Pools["qwen3"] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:8000/v1" };
        options.Pools["gptoss"] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:8001/v1" };
        change(options.Pools["gptoss"]);
    });

    private static List<string> Faults(Action<ModelOptions> change)
    {
        var options = new ModelOptions();
        change(options);
        return [.. new ModelOptionsValidator().Validate(null, options).Failures ?? []];
    }
}
