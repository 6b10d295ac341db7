using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workflows.Activities.Models;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class ModelServicesTests
{
    [Fact]
    public void Keys_are_read_as_the_environment_writes_them()
    {
        var catalogue = Catalogue(
            ("Models:Pools:QWEN3:Endpoint", "http://127.0.0.1:8000/v1"),
            ("Models:Pools:gptoss:Endpoint", "http://127.0.0.1:8001/v1"),
            ("Models:Pools:gptoss:CallsPerMinute", "20"),
            ("Models:Tasks:F2:Fallbacks:0", "qwen3"),
            ("Models:Tasks:F2:Class", "batch"));

        Assert.Equal((20, 50), (catalogue.Pool("gptoss").CallsPerMinute, catalogue.Pool("gptoss").MaxConcurrent));
        Assert.Equal(["gptoss", "qwen3"], catalogue.Policy("F2").Pools);
        Assert.Equal(CallClass.Batch, catalogue.Policy("F2").Class);
    }

    [Fact]
    public void An_empty_list_of_fallbacks_means_none()
    {
        const string settings = """{"Models":{"Tasks":{"F1":{"Fallbacks":[]}}}}""";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(settings));

        Assert.Equal(["gptoss"], Catalogue(new ConfigurationBuilder().AddJsonStream(stream).Build()).Policy("F1").Pools);
    }

    [Fact]
    public void An_empty_variable_of_fallbacks_means_none() => Assert.Equal(["gptoss"], Catalogue(("Models:Tasks:F1:Fallbacks", "")).Policy("F1").Pools);

    [Theory]
    [InlineData("Models:Pool:gptoss:Endpoint", "Models:Pool is not a known key")]
    [InlineData("Models:Pools:gptoss:Endpont", "Models:Pools:gptoss:Endpont is not a known key")]
    [InlineData("Models:Tasks:F1:Fallback", "Models:Tasks:F1:Fallback is not a known key")]
    public void A_misspelt_key_is_a_fault(string key, string fault) =>
        Assert.StartsWith(fault, Assert.Throws<OptionsValidationException>(() => Catalogue((key, "x"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Models:Pools:gptoss:MaxConcurrent", "many", "a whole number")]
    [InlineData("Models:Pools:gptoss:PromptPrice", "cheap", "a number")]
    [InlineData("Models:Pools:gptoss:ServerMetrics", "maybe", "true or false")]
    [InlineData("Models:Tasks:F1:AnswerSchema", "somehow", "ResponseFormat, Prompt")]
    [InlineData("Models:Tasks:F1:Temperature", "warm", "a number")]
    [InlineData("Models:Pools:gptoss:EnableThinking", "maybe", "true or false")]
    [InlineData("Models:Tasks:F1:Class", "soon", "Realtime, Interactive, Batch")]
    public void A_value_of_the_wrong_kind_is_a_fault(string key, string value, string expected) =>
        Assert.Equal([$"{key} must be {expected}."], Assert.Throws<OptionsValidationException>(() => Catalogue((key, value))).Failures);

    [Fact]
    public async Task A_host_with_a_faulty_catalogue_does_not_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("Models:Pools:qwen3:Endpoint", "nowhere"), new("Models:Tasks:F1:Pool", "none")]);
        builder.Services.AddModels(builder.Configuration);
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(3, error.Failures.Count());
    }

    [Fact]
    public async Task A_key_is_sent_and_stands_in_no_log_and_no_error()
    {
        using var server = new StubServer(System.Net.HttpStatusCode.Unauthorized, """{"error":{"message":"bad key hunter2 for secret-prompt-text"}}""");
        using var bench = new ModelBench(
            server,
            ("Models:Pools:qwen3:Endpoint", "http://127.0.0.1:8000/v1"),
            ("Models:Pools:gptoss:Endpoint", "http://models.invalid/v1"),
            ("Models:Pools:gptoss:ApiKey", "hunter2"));

        var outcome = await bench.RunAsync();

        Assert.Equal("Bearer hunter2", server.Authorization);
        Assert.Equal("The server of pool 'gptoss' does not accept the key (401); set Models:Pools:gptoss:ApiKey.", outcome.Error);
        Assert.NotEmpty(bench.Logs.Lines);
        Assert.DoesNotContain(bench.Logs.Lines, line => line.Contains("hunter2", StringComparison.Ordinal) || line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_over_plain_http_to_another_machine_is_warned_about_once()
    {
        using var server = new StubServer(System.Net.HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(
            server,
            ("Models:Pools:qwen3:Endpoint", "http://127.0.0.1:8000/v1"),
            ("Models:Pools:gptoss:Endpoint", "http://models.invalid/v1"),
            ("Models:Pools:gptoss:ApiKey", "hunter2"));

        await bench.RunAsync();
        await bench.RunAsync();

        Assert.Single(bench.Logs.Lines, line => line.StartsWith("Warning The key of pool gptoss is sent over plain http", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_is_logged_without_its_conversation()
    {
        using var server = new StubServer(System.Net.HttpStatusCode.OK, ModelBench.Saying("""{"text":"secret-answer"}"""));
        using var bench = new ModelBench(server);

        await bench.RunAsync();

        Assert.Equal("Information Model request to gptoss for F2, lease ticket-1, attempt 1 (First): Answered (200) in 0.000 s, 11 tokens in, 7 out. ", Assert.Single(bench.Logs.Lines));
    }

    [Fact]
    public async Task A_simulated_pool_without_a_simulator_says_what_to_set()
    {
        using var transport = new HttpModelTransport();
        using var bench = new ModelBench(transport, new VirtualTime());

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => bench.RunAsync());

        Assert.Equal("No simulator runs for the pool 'gptoss'; set Models:Pools:gptoss:Endpoint.", error.Message);
    }

    private static ModelCatalogue Catalogue(params (string Key, string Value)[] settings) =>
        Catalogue(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build());

    private static ModelCatalogue Catalogue(IConfiguration configuration)
    {
        using var services = new ServiceCollection().AddModels(configuration).BuildServiceProvider();
        return services.GetRequiredService<ModelCatalogue>();
    }
}
