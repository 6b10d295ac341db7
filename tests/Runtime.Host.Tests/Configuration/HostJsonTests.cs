using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Configuration;

public sealed class HostJsonTests
{
    [Fact]
    public void An_empty_file_leaves_the_defaults()
    {
        HostJson settings = Read("{}");

        Assert.Null(settings.FunctionTimeout);
        Assert.Equal(("api", null, null), (settings.Http.RoutePrefix, settings.Http.MaxOutstandingRequests, settings.Http.MaxConcurrentRequests));
        Assert.Equal(new DurableSettings("Workflows", "", null, null, null), settings.Durable);
        Assert.Equal((16, 8, 5, true), (settings.Queues.BatchSize, settings.Queues.NewBatchThreshold, settings.Queues.MaxDequeueCount, settings.Queues.Base64));
    }

    [Fact]
    public void All_that_is_honoured_is_read()
    {
        HostJson settings = Read("""
            {
              "version": "2.0",
              "functionTimeout": "00:10:00",
              "extensions": {
                "http": { "routePrefix": "", "maxOutstandingRequests": 20, "maxConcurrentRequests": -1, "customHeaders": { "X-Content-Type-Options": "nosniff" } },
                "durableTask": {
                  "hubName": "%Hub:Name%1", "defaultVersion": "1.2", "maxConcurrentActivityFunctions": 3, "maxConcurrentOrchestratorFunctions": 4, "maxConcurrentEntityFunctions": 5
                },
                "queues": { "batchSize": 4, "newBatchThreshold": 0, "maxPollingInterval": "00:00:02", "visibilityTimeout": "00:00:30", "maxDequeueCount": 2, "messageEncoding": "None" }
              }
            }
            """);

        Assert.Equal(TimeSpan.FromMinutes(10), settings.FunctionTimeout);
        Assert.Equal(("", 20, null), (settings.Http.RoutePrefix, settings.Http.MaxOutstandingRequests, settings.Http.MaxConcurrentRequests));
        Assert.Equal([KeyValuePair.Create("X-Content-Type-Options", "nosniff")], settings.Http.CustomHeaders);
        Assert.Equal(new DurableSettings("Hub1", "1.2", 3, 4, 5), settings.Durable);
        Assert.Equal(new Queues.QueueSettings(4, 0, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), 2, false), settings.Queues);
    }

    [Fact]
    public void A_timeout_of_minus_one_is_none() => Assert.Null(Read("""{ "functionTimeout": "-1" }""").FunctionTimeout);

    [Fact]
    public void What_the_host_does_not_know_is_passed_over() =>
        Assert.Equal("api", Read("""{ "concurrency": { "dynamicConcurrencyEnabled": true }, "extensions": { "durableTask": { "tracing": { "version": "V2" } }, "http": { "hsts": { "isEnabled": true } } } }""").Http.RoutePrefix);

    [Theory]
    [InlineData("functionTimeout", "\"soon\"", "functionTimeout is 'soon': it must be a time span from 00:00:01 to 10.00:00:00.")]
    [InlineData("functionTimeout", "\"00:00:00\"", "functionTimeout is '00:00:00': it must be a time span")]
    [InlineData("extensions.http.routePrefix", "\"{id}\"", "extensions.http.routePrefix is '{id}': it must be the literal beginning of a path, or empty.")]
    [InlineData("extensions.http.maxOutstandingRequests", "0", "extensions.http.maxOutstandingRequests is '0': it must be above 0, or -1 for no limit.")]
    [InlineData("extensions.http.maxConcurrentRequests", "-2", "extensions.http.maxConcurrentRequests is '-2': it must be a whole number of at least -1.")]
    [InlineData("extensions.http.customHeaders.X", "\"a\\nb\"", "extensions.http.customHeaders.X is 'a\nb': it must be a header's name and its text in ASCII.")]
    [InlineData("extensions.durableTask.hubName", "\"my-hub\"", "extensions.durableTask.hubName is 'my-hub': it must be a letter, then letters and digits, 45 at most.")]
    [InlineData("extensions.durableTask.hubName", "\"%None%\"", "extensions.durableTask.hubName cannot be used: '%None%' names the setting 'None', which is not set.")]
    [InlineData("extensions.durableTask.maxConcurrentActivityFunctions", "0", "extensions.durableTask.maxConcurrentActivityFunctions is '0': it must be a whole number of at least 1.")]
    [InlineData("extensions.durableTask.maxConcurrentEntityFunctions", "1.5", "extensions.durableTask.maxConcurrentEntityFunctions is '1.5'")]
    [InlineData("logging.logLevel.default", "\"Loud\"", "logging.logLevel.default is 'Loud': it must be one of Trace, Debug, Information, Warning, Error, Critical, None.")]
    public void A_value_of_the_wrong_kind_or_out_of_its_range_is_named(string name, string value, string fault)
    {
        string[] parts = name.Split('.');
        string json = string.Concat(parts.Select(part => $"{{ \"{part}\": ")) + value + new string('}', parts.Length);

        Assert.StartsWith("host.json: " + fault, Assert.Throws<HostStartException>(() => Read(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_takes_longer_than_its_timeout_is_asked_to_end_and_has_failed()
    {
        Engine.Testing.VirtualTime clock = new();
        CountingClock counting = new(clock);
        await using TestHost host = await TestHost.StartAsync(
            o => o.Clock = counting, builder => builder.Configuration["AzureFunctionsJobHost:functionTimeout"] = "00:00:07");
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Hang", TestContext.Current.CancellationToken);
        await counting.UntilMadeAsync(TimeSpan.FromSeconds(7), 1);

        clock.Advance(TimeSpan.FromSeconds(7));
        Durable.TaskFailureDetails failure = (await host.EndOfAsync(id)).FailureDetails!;

        Assert.Contains("The function HangUntilCancelled ran longer than 00:00:07", failure.ErrorMessage + failure.InnerFailure?.ErrorMessage, StringComparison.Ordinal);
        await host.Journey.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_http_function_that_takes_longer_than_its_timeout_is_a_500()
    {
        Engine.Testing.VirtualTime clock = new();
        CountingClock counting = new(clock);
        await using TestHost host = await TestHost.StartAsync(
            o => o.Clock = counting, builder => builder.Configuration["AzureFunctionsJobHost:functionTimeout"] = "00:00:07");
        Task<HttpResponseMessage> asked = host.Http.GetAsync(new Uri("/api/Linger", UriKind.Relative), TestContext.Current.CancellationToken);
        await counting.UntilMadeAsync(TimeSpan.FromSeconds(7), 1);

        clock.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal(500, (int)(await asked).StatusCode);
    }

    private static HostJson Read(string json)
    {
        using MemoryStream file = new(System.Text.Encoding.UTF8.GetBytes(json));
        IEnumerable<KeyValuePair<string, string?>> values = new ConfigurationBuilder().AddJsonStream(file).Build().AsEnumerable()
            .Select(pair => KeyValuePair.Create($"{HostConfiguration.HostJsonSection}:{pair.Key}", pair.Value));
        return HostJson.Read(new ConfigurationBuilder().AddInMemoryCollection(values).AddInMemoryCollection([KeyValuePair.Create("Hub:Name", (string?)"Hub")]).Build());
    }
}
