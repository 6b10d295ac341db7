using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Workflows.Functions.Hosting;
using Workflows.Runtime.Host;
using Workflows.Shared.Logging;

namespace Workflows.Functions.Telemetry;

/// <summary>The logs of the resource classes, from the settings to the files.</summary>
public sealed class ClassLogTests
{
    [Fact]
    public void By_default_they_are_in_the_data_folder()
    {
        ClassLogSettings settings = Read().ToSettings("data");

        Assert.Equal((Path.Combine("data", "logs"), 10_000_000, 5), (settings.Folder, settings.FileBytes, settings.Files));
    }

    [Fact]
    public void Folder_size_and_number_can_be_set()
    {
        ClassLogSettings settings = Read(("Folder", "/var/log/w"), ("FileMegabytes", "2"), ("Files", "3")).ToSettings("data");

        Assert.Equal(("/var/log/w", 2_000_000, 3), (settings.Folder, settings.FileBytes, settings.Files));
    }

    [Theory]
    [InlineData("none", true)]
    [InlineData("NONE", true)]
    [InlineData("logs", false)]
    public void They_can_be_switched_off(string folder, bool isOff) => Assert.Equal(isOff, Read(("Folder", folder)).IsOff);

    [Theory]
    [InlineData("Files", "0", "Workflows:ClassLogs:Files must be between 1 and 100.")]
    [InlineData("Files", "many", "Workflows:ClassLogs:Files must be a whole number.")]
    [InlineData("FileMegabytes", "1001", "Workflows:ClassLogs:FileMegabytes must be between 1 and 1000.")]
    [InlineData("Foldr", "x", "Workflows:ClassLogs:Foldr is not a known key; there are Folder, FileMegabytes, Files.")]
    public void A_setting_that_cannot_be_used_is_named(string key, string value, string message) =>
        Assert.Equal(message, Assert.Throws<HostStartException>(() => Read((key, value))).Message);

    [Fact]
    public async Task A_call_to_a_model_of_a_class_is_in_the_log_of_the_class_with_its_run_and_nothing_that_was_said()
    {
        string folder = Directory.CreateTempSubdirectory("workflows-logs-").FullName;
        await using (TestApp app = await TestApp.StartAsync(
            settings: [("Workflows:LogFormat", "json"), ("Workflows:ClassLogs:Folder", folder), ("Models:Pools:qwen3:ResourceClass", "gpu"), ("Models:Pools:gptoss:ResourceClass", "cpu")]))
        {
            await app.ReviewAsync(new { diff = TestApp.Sample("order-discounts.diff") });
        }

        string[] gpu = File.ReadAllLines(Path.Combine(folder, "gpu.log"));
        string[] cpu = File.ReadAllLines(Path.Combine(folder, "cpu.log"));
        Directory.Delete(folder, recursive: true);
        Assert.All(gpu, line => Assert.Contains("to qwen3 for ", line, StringComparison.Ordinal));
        Assert.All(cpu, line => Assert.Contains("to gptoss for ", line, StringComparison.Ordinal));
        Assert.All(gpu, line => Assert.Equal("gpu", JsonElement.Parse(line).GetProperty("stream").GetString()));
        Assert.Single(gpu.Concat(cpu).Select(line => JsonElement.Parse(line).GetProperty("run").GetString()).Distinct());
        Assert.DoesNotContain("discount", string.Join('\n', [.. gpu, .. cpu]), StringComparison.OrdinalIgnoreCase);
    }

    private static ClassLogOptions Read(params (string Key, string Value)[] settings) => ClassLogOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Workflows:ClassLogs:{setting.Key}", (string?)setting.Value))).Build());
}
