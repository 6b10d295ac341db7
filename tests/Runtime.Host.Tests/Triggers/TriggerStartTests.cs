using Microsoft.Extensions.Configuration;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Triggers;

/// <summary>What is wrong with timer and queue functions is said at the start.</summary>
public sealed class TriggerStartTests
{
    [Theory]
    [InlineData("0 61 * * * *", "Faulty.Tick: the schedule '0 61 * * * *' cannot be read: the minutes field holds '61': a value is 0 to 59.")]
    [InlineData("%Missing%", "Faulty.Tick: '%Missing%' names the setting 'Missing', which is not set.")]
    [InlineData("%Timers:Daily", "Faulty.Tick: '%Timers:Daily' has a percent sign without its partner.")]
    public async Task A_schedule_that_cannot_be_used_is_named_with_its_function(string schedule, string fault) =>
        Assert.Equal(fault, await FaultOf((typeof(TimerInfo), new TimerTriggerAttribute(schedule))));

    [Fact]
    public async Task A_timer_trigger_is_a_TimerInfo() =>
        Assert.Contains("a timer trigger is a TimerInfo", await FaultOf((typeof(string), new TimerTriggerAttribute("0 0 0 * * *"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("no_name", null, "'no_name' is no queue name")]
    [InlineData("a-name-that-leaves-no-room-for-the-suffix-of-its-poison-queue", null, "leaves no room for '-poison'")]
    [InlineData("orders", "Broken", "the setting 'Broken' is no connection string of a storage account")]
    [InlineData("orders", "ById", "the connection 'ById' is by identity")]
    public async Task A_queue_that_cannot_be_used_is_named_and_its_connection_not_told(string queue, string? connection, string fault)
    {
        string message = await FaultOf((typeof(string), new QueueTriggerAttribute(queue) { Connection = connection }));

        Assert.StartsWith("Faulty.Tick: ", message, StringComparison.Ordinal);
        Assert.Contains(fault, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("batchSize", "33")]
    [InlineData("newBatchThreshold", "-1")]
    [InlineData("maxPollingInterval", "00:00:00.01")]
    [InlineData("visibilityTimeout", "soon")]
    [InlineData("maxDequeueCount", "0")]
    [InlineData("messageEncoding", "utf8")]
    public async Task A_setting_of_queues_out_of_its_range_is_named(string name, string value)
    {
        HostStartException fault = await Assert.ThrowsAsync<HostStartException>(() => TestHost.StartAsync(
            build: builder => builder.Configuration[$"AzureFunctionsJobHost:extensions:queues:{name}"] = value));

        Assert.StartsWith($"host.json: extensions.queues.{name} is '{value}': it must be ", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<string> FaultOf((Type, Attribute?) trigger)
    {
        FaultyFunctions functions = new FaultyFunctions().Add("Tick", typeof(void), [trigger]);
        Dictionary<string, string?> settings = new() { ["Broken"] = "AccountName=hunter2", ["ById:queueServiceUri"] = "https://example.invalid" };
        HostStartException fault = await Assert.ThrowsAsync<HostStartException>(() => TestHost.StartAsync(
            o =>
            {
                o.Assemblies.Clear();
                o.Assemblies.Add(functions.Build());
            },
            builder => builder.Configuration.AddInMemoryCollection(settings)));
        return fault.Message;
    }
}
