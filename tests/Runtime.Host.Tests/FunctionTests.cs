using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host;

public sealed class FunctionTests
{
    [Fact]
    public async Task An_orchestrator_calls_activities_of_a_class_with_injected_services()
    {
        await using TestHost host = await TestHost.StartAsync();

        OrchestrationMetadata ended = await host.RunAsync("HelloCities", new[] { "Oslo", "Lima" });

        Assert.Equal(["Hello Oslo", "Hello Lima"], ended.ReadOutputAs<string[]>()!);
        Assert.Equal(2, host.Journey.Steps.Count(step => step == "greeter disposed"));
    }

    [Fact]
    public async Task An_input_that_was_not_given_is_null()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal(["Hello Tokyo", "Hello Seattle"], (await host.RunAsync("HelloCities")).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task Inputs_are_records_and_names_are_matched_in_any_case_and_by_the_triggers_own_name()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal(7, (await host.RunAsync("cOUNT", new City("Lima", 7))).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_activity_learns_its_name_and_the_instance_that_asks()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal("WhoAsks True True", (await host.RunAsync("Who")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_activitys_token_fires_when_its_instance_is_terminated()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Hang", TestContext.Current.CancellationToken);
        await host.Journey.Entered.Task.WaitAsync(TestContext.Current.CancellationToken);

        await host.Client.TerminateInstanceAsync(id, TestContext.Current.CancellationToken);

        await host.Journey.Cancelled.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("same token True", host.Journey.Steps);
    }

    [Fact]
    public async Task An_activitys_exception_reaches_the_instance_as_it_was_thrown()
    {
        await using TestHost host = await TestHost.StartAsync();

        OrchestrationMetadata ended = await host.RunAsync("Fail");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("no luck", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.True(ended.FailureDetails.InnerFailure!.IsCausedBy<InvalidOperationException>());
    }

    [Fact]
    public async Task An_entity_is_made_with_its_services_and_keeps_its_state()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal(10, (await host.RunAsync("AddTwice", 5)).ReadOutputAs<int>());
        Assert.Equal(20, (await host.RunAsync("AddTwice", 5)).ReadOutputAs<int>());
        Assert.Equal(4, host.Journey.Steps.Count(step => step == "add 5"));
        Assert.Equal(20, (await host.Client.Entities.GetEntityAsync<int>(new EntityInstanceId("counter", "one"), true, TestContext.Current.CancellationToken))!.State);
    }

    [Fact]
    public async Task A_waiting_instance_goes_on_after_a_stop_and_a_start()
    {
        TestHost before = await TestHost.StartAsync();
        string id = await before.Client.ScheduleNewOrchestrationInstanceAsync("Wait", TestContext.Current.CancellationToken);
        await before.Client.WaitForInstanceStartAsync(id, TestContext.Current.CancellationToken);

        await using TestHost after = await before.RestartAsync();
        await after.Client.RaiseEventAsync(id, "go", "on", TestContext.Current.CancellationToken);

        Assert.Equal("Hello first, then on", (await after.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_running_activity_is_cancelled_by_a_stop_and_runs_again_after_it()
    {
        TestHost before = await TestHost.StartAsync();
        string id = await before.Client.ScheduleNewOrchestrationInstanceAsync("Hang", TestContext.Current.CancellationToken);
        await before.Journey.Entered.Task.WaitAsync(TestContext.Current.CancellationToken);

        await using TestHost after = await before.RestartAsync();

        await after.Journey.Entered.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False((await after.Client.GetInstanceAsync(id, TestContext.Current.CancellationToken))!.IsCompleted);
    }

    [Fact]
    public async Task Host_and_services_share_the_engines_clock()
    {
        await using TestHost host = await TestHost.StartAsync(o => o.Clock = new StoppedClock());
        TimeProvider engine = host.Services.GetRequiredService<DurableEngine>().Time;
        TimeProvider services = host.Services.GetRequiredService<TimeProvider>();

        Assert.Equal((engine.GetUtcNow(), engine.GetTimestamp(), engine.TimestampFrequency), (services.GetUtcNow(), services.GetTimestamp(), services.TimestampFrequency));
        Assert.Equal(StoppedClock.Now, services.GetUtcNow());
    }

    [Fact]
    public async Task A_host_without_http_runs_functions_and_has_no_management_addresses()
    {
        await using TestHost host = await TestHost.StartAsync(o => o.ServeHttp = false);

        Assert.Equal("WhoAsks True True", (await host.RunAsync("Who")).ReadOutputAs<string>());
        Assert.Throws<NotSupportedException>(() => FunctionsWorker.DurableTaskClientExtensions.CreateHttpManagementPayload(host.Client, "x"));
    }

    private sealed class StoppedClock : TimeProvider
    {
        public static readonly DateTimeOffset Now = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => 42;
    }
}
