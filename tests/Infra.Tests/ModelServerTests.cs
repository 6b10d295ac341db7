using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Shared.Models;

namespace Workflows.Infra.Tests;

/// <summary>What the model servers take and what the host asks of them are the same numbers.</summary>
public sealed class ModelServerTests
{
    /// <summary>Compose files that run together: a workflow has all of its pools or none.</summary>
    public static TheoryData<string> Stacks => ["gpu cpu", "ollama"];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void The_hosts_settings_are_valid(string stack)
    {
        ValidateOptionsResult result = new ModelOptionsValidator().Validate(null, Options(stack));

        Assert.True(result.Succeeded, result.FailureMessage);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Every_setting_is_one_of_a_pool(string stack)
    {
        string[] known = [.. typeof(ModelPoolOptions).GetProperties().Select(property => property.Name)];

        Assert.All(Settings(stack).Keys, key =>
        {
            string[] parts = key.Split(':');
            Assert.Equal(["Models", "Pools"], parts[..2]);
            Assert.Contains(parts[3], known);
        });
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_pool_has_a_server_that_listens_where_the_host_looks(string stack)
    {
        ModelOptions options = Options(stack);
        Dictionary<string, string> ports = Served(stack).ToDictionary(served => served.Pool, served => served.Server.Ports.Single().Split(':')[1]);
        string[] configured = [.. Settings(stack).Keys.Select(key => key.Split(':')[2]).Distinct()];

        Assert.Equal(configured.Order(), ports.Keys.Order());
        Assert.All(ports, pool => Assert.Equal($"http://127.0.0.1:{pool.Value}/v1", options.Pools[pool.Key].Endpoint));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_server_takes_as_many_requests_at_once_as_its_pools_may_make(string stack)
    {
        ModelCatalogue catalogue = new(Options(stack));

        Assert.All(Servers(stack).Where(server => Room(server) is not null), server => Assert.Equal(server.Pools.Sum(name => catalogue.Pools.Single(pool => pool.Name == name).MaxConcurrent), Room(server)));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_servers_context_is_the_pools(string stack)
    {
        ModelCatalogue catalogue = new(Options(stack));

        Assert.All(Served(stack).Where(served => Context(served.Server) is not null), served => Assert.Equal(Context(served.Server), catalogue.Servers.Single(pool => pool.Name == served.Pool).ContextTokens));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_server_with_weights_of_its_own_serves_the_model_that_the_host_names(string stack)
    {
        ModelCatalogue catalogue = new(Options(stack));

        Assert.All(
            Served(stack).Where(served => served.Server.Command.Any(word => word.StartsWith("--model=", StringComparison.Ordinal))),
            served => Assert.Contains($"--model={catalogue.Servers.Single(pool => pool.Name == served.Pool).Model}", served.Server.Command));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Servers_are_checked_and_come_back(string stack) => Assert.All(Servers(stack), server => Assert.True(server is { IsChecked: true, Restart: "unless-stopped" }, server.Name));

    [Fact]
    public void The_interviews_questions_and_its_analyses_share_no_server()
    {
        string[] cards = [.. Servers("gpu").SelectMany(server => server.Pools)];
        string[] processors = [.. Servers("cpu").SelectMany(server => server.Pools)];

        Assert.Contains("interview_gpu", cards);
        Assert.Equal(["embedding", "interview_cpu", "speech", "vision"], processors.Order());
        Assert.Empty(cards.Intersect(processors));
    }

    private static int? Room(ComposeService server) => server.Option("max-num-seqs") ?? server.Option("max-concurrent-requests") ?? Number(server, "OLLAMA_NUM_PARALLEL");

    private static int? Context(ComposeService server) => server.Option("max-model-len") ?? Number(server, "OLLAMA_CONTEXT_LENGTH");

    private static int? Number(ComposeService server, string name) =>
        server.Environment.TryGetValue(name, out string? value) ? int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static IEnumerable<ComposeService> Servers(string stack) => stack.Split(' ').SelectMany(name => ComposeFile.Read($"infra/models/{name}.yml").Services).Where(service => service.Pools.Length > 0);

    private static IEnumerable<(ComposeService Server, string Pool)> Served(string stack) => Servers(stack).SelectMany(server => server.Pools.Select(pool => (server, pool)));

    private static Dictionary<string, string?> Settings(string stack) => stack.Split(' ').SelectMany(name => Repository.Read($"infra/models/{name}.env").Split('\n'))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('=', 2))
        .ToDictionary(pair => pair[0].Replace("__", ":", StringComparison.Ordinal), pair => (string?)pair[1]);

    private static ModelOptions Options(string stack) =>
        new ConfigurationBuilder().AddInMemoryCollection(Settings(stack)).Build().GetSection(ModelOptions.Section).Get<ModelOptions>()!;
}
