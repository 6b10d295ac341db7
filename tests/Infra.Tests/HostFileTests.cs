using System.Text.Json.Nodes;

namespace Workflows.Infra.Tests;

/// <summary>The host.json of each storage, the local settings, and what azd builds.</summary>
public sealed class HostFileTests
{
    public static TheoryData<string, string> Storages => new() { { "AzureStorage", "azureStorage" }, { "AzureManaged", "azureManaged" }, { "Mssql", "mssql" } };

    [Theory]
    [MemberData(nameof(Storages))]
    public void Each_storage_has_a_host_file_with_the_limits_of_the_embedded_host(string name, string type)
    {
        JsonNode host = Json($"Functions/Hosting/AzureFunctions/host.{name}.json");
        JsonNode embedded = Json("host.json");

        Assert.Equal(type, host["extensions"]!["durableTask"]!["storageProvider"]!["type"]!.GetValue<string>());
        Assert.All(
            ["maxConcurrentActivityFunctions", "maxConcurrentOrchestratorFunctions", "maxConcurrentEntityFunctions"],
            limit => Assert.Equal(embedded["extensions"]!["durableTask"]![limit]!.GetValue<int>(), host["extensions"]!["durableTask"]![limit]!.GetValue<int>()));
        Assert.Equal("api", host["extensions"]!["http"]!["routePrefix"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void Inputs_and_outputs_are_not_traced(string name, string type)
    {
        Assert.NotEmpty(type);
        Assert.False(Json($"Functions/Hosting/AzureFunctions/host.{name}.json")["extensions"]!["durableTask"]!["tracing"]!["traceInputsAndOutputs"]!.GetValue<bool>());
    }

    [Fact]
    public void The_schedulers_settings_are_those_that_the_app_is_deployed_with()
    {
        JsonNode durable = Json("Functions/Hosting/AzureFunctions/host.AzureManaged.json")["extensions"]!["durableTask"]!;
        string app = Repository.Read("infra/azure/modules/app.bicep");

        Assert.Contains($"{durable["storageProvider"]!["connectionStringName"]!.GetValue<string>()}:", app, StringComparison.Ordinal);
        Assert.Contains($"{durable["hubName"]!.GetValue<string>().Trim('%')}:", app, StringComparison.Ordinal);
        Assert.InRange(durable["storageProvider"]!["largePayloadStorageThresholdBytes"]!.GetValue<int>(), 1, 1_048_576);
    }

    [Fact]
    public void Local_settings_name_the_worker_the_storage_and_endpoints()
    {
        JsonNode values = Json("local.settings.sample.json")["Values"]!;

        Assert.Equal("dotnet-isolated", values["FUNCTIONS_WORKER_RUNTIME"]!.GetValue<string>());
        Assert.NotNull(values["AzureWebJobsStorage"]);
        Assert.Contains(values.AsObject(), value => value.Key.EndsWith("__Endpoint", StringComparison.Ordinal));
    }

    [Fact]
    public void Azd_finds_the_app_and_its_infrastructure()
    {
        string azd = Repository.Read("azure.yaml");

        Assert.Contains("project: ./Functions", azd, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "Functions/Workflows.Functions.csproj")));
        Assert.Contains("path: infra/azure", azd, StringComparison.Ordinal);
        Assert.Contains("'azd-service-name': 'functions'", Repository.Read("infra/azure/modules/app.bicep"), StringComparison.Ordinal);
    }

    private static JsonNode Json(string path) => JsonNode.Parse(Repository.Read(path))!;
}
