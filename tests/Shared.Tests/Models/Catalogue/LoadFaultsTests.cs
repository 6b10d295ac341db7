using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Models.Catalogue;

public class LoadFaultsTests
{
    private const string Model = "LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct";

    [Fact]
    public void The_documents_placement_is_valid() => Assert.Empty(Faults(("interview_gpu", Pool(8000)), ("interview_cpu", Pool(8001))));

    [Fact]
    public void A_model_that_would_be_loaded_twice_on_the_GPU_is_refused_with_both_pools_and_the_remedy() => Assert.Equal(
        [
            $"Models:Pools: interview_gpu and interview_cpu would load the model '{Model}' twice on 'gpu'. "
            + "Give both the same Endpoint, or leave one out and point its tasks to the other; where interview_cpu has a processor or an accelerator of its own, say so by its ResourceClass (cpu, or a name such as gpu2).",
        ],
        Faults(("interview_gpu", Pool(8000)), ("interview_cpu", Pool(8001, "gpu"))));

    [Theory]
    [InlineData("lgai-exaone/exaone-3.5-7.8b-instruct")]
    [InlineData(" LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct ")]
    public void A_model_is_the_same_however_it_is_written(string model) =>
        Assert.Single(Faults(("interview_gpu", Pool(8000)), ("interview_cpu", Pool(8001, "gpu", model))));

    [Fact]
    public void Every_further_copy_is_told() => Assert.Equal(
        ["interview_cpu", "third"],
        Faults(("interview_gpu", Pool(8000)), ("interview_cpu", Pool(8001, "gpu")), ("third", Pool(8002, "gpu", Model))).Select(fault => fault.Split(' ')[3]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("http://127.0.0.1:8000/v1")]
    [InlineData("http://127.0.0.1:8000/v1/")]
    [InlineData("HTTP://127.0.0.1:8000/v1")]
    public void Two_pools_of_one_server_load_its_model_once(string endpoint) =>
        Assert.Empty(Faults(("interview_gpu", Pool(8000)), ("interview_cpu", new ModelPoolOptions { Endpoint = endpoint, ResourceClass = "gpu" })));

    [Theory]
    [InlineData("cpu", "cpu")]
    [InlineData("gpu", "gpu2")]
    public void Copies_on_processors_and_on_an_accelerator_each_are_no_fault(string one, string other) =>
        Assert.Empty(Faults(("interview_gpu", Pool(8000, one)), ("interview_cpu", Pool(8001, other))));

    [Fact]
    public void Two_models_may_share_the_GPU() =>
        Assert.Empty(Faults(("interview_gpu", Pool(8000)), ("interview_cpu", Pool(8001, "gpu", "LGAI-EXAONE/EXAONE-3.5-2.4B-Instruct"))));

    [Fact]
    public void What_the_simulator_serves_is_loaded_nowhere() =>
        Assert.Empty(Faults(("interview_gpu", new ModelPoolOptions { Model = "m", ResourceClass = "gpu" }), ("interview_cpu", new ModelPoolOptions { Model = "m", ResourceClass = "gpu" })));

    private static ModelPoolOptions Pool(int port, string? resourceClass = null, string? model = null) =>
        new() { Endpoint = $"http://127.0.0.1:{port}/v1", ResourceClass = resourceClass, Model = model, ContextTokens = 1_000, MaxConcurrent = 1 };

    private static List<string> Faults(params (string Name, ModelPoolOptions Pool)[] pools)
    {
        var options = new ModelOptions();
        foreach (var (name, pool) in pools)
        {
            options.Pools[name] = pool;
        }

        return [.. new ModelOptionsValidator().Validate(null, options).Failures ?? []];
    }
}
