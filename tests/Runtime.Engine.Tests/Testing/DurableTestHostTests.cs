using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Testing;

public sealed class DurableTestHostTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_registry_that_is_there_already_will_do()
    {
        DurableTaskRegistry registry = new();
        registry.AddOrchestratorFunc("answer", _ => 42);
        await using DurableTestHost host = await DurableTestHost.StartAsync(registry);

        Assert.Equal(42, (await RunAsync(host, "answer")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Tasks_get_the_given_services_with_clock_and_client()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(
            r => r.AddOrchestratorFunc("ask", context => context.CallActivityAsync<string>("greet")).AddActivity<Greet>("greet"),
            options => options.Services.AddSingleton(new Greeting("Hello")));

        Assert.Equal("Hello at 2026-01-01, client True", (await RunAsync(host, "ask")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_environment_says_whether_orchestrators_are_replayed_at_every_turn()
    {
        int starts = 0;
        await using DurableTestHost host = await DurableTestHost.StartAsync(r => r
            .AddOrchestratorFunc("steps", async context =>
            {
                Interlocked.Increment(ref starts);
                await context.CallActivityAsync("step");
                await context.CallActivityAsync("step");
            })
            .AddActivityFunc("step", _ => { }));

        await RunAsync(host, "steps");

        Assert.Equal(Environment.GetEnvironmentVariable(DurableTestHostOptions.ReplayVariable) == "true" ? 3 : 1, starts);
    }

    [Fact]
    public async Task A_ready_service_provider_is_used_and_not_disposed()
    {
        ServiceProvider services = new ServiceCollection().AddSingleton<Greeting>(_ => new Greeting("Hi")).BuildServiceProvider();
        DurableTestHost host = await DurableTestHost.StartAsync(
            r => r.AddOrchestratorFunc("ask", context => context.CallActivityAsync<string>("greet"))
                .AddActivity("greet", s => new Greet(s.GetRequiredService<Greeting>(), TimeProvider.System, null!)),
            options => options.ServiceProvider = services);

        Assert.StartsWith("Hi at ", (await RunAsync(host, "ask")).ReadOutputAs<string>(), StringComparison.Ordinal);
        await host.DisposeAsync();

        Assert.Equal("Hi", services.GetRequiredService<Greeting>().Text);
    }

    [Fact]
    public async Task Services_and_a_provider_together_are_refused()
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => DurableTestHost.StartAsync(_ => { }, options =>
        {
            options.ServiceProvider = new ServiceCollection().BuildServiceProvider();
            options.Services.AddSingleton(new Greeting("Hello"));
        }));

        Assert.Contains("leave it out", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_orchestrators_log_reaches_the_given_loggers_once(bool withProvider)
    {
        CollectingLogs logs = new();
        await using DurableTestHost host = await DurableTestHost.StartAsync(
            r => r.AddOrchestratorFunc("log", async context =>
            {
                Log.Begun(context.CreateReplaySafeLogger("mine"));
                await context.CreateTimer(Day, CancellationToken.None);
            }),
            options =>
            {
                options.LoggerFactory = logs;
                options.ServiceProvider = withProvider ? new ServiceCollection().BuildServiceProvider() : null;
            });
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("log", Stop);
        await host.WhenIdleAsync(Stop);
        await host.RestartAsync();

        await host.Client.WaitForInstanceCompletionAsync(id, Stop);

        Assert.Single(logs.Text.Split('\n'), line => line.Contains("begun by hand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_given_data_converter_and_version_are_used()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(
            r => r.AddOrchestratorFunc<string, string>("shout", (context, input) => $"{input} {context.Version}"),
            options =>
            {
                options.DataConverter = new Shouting();
                options.DefaultVersion = "1.2";
            });
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("shout", "hello", Stop);

        Assert.Equal("HELLO 1.2", (await host.Client.WaitForInstanceCompletionAsync(id, true, Stop)).SerializedOutput);
    }

    [Fact]
    public async Task Nothing_is_kept_unless_a_data_file_is_named()
    {
        DurableTestHost host = await DurableTestHost.StartAsync(_ => { });
        string folder = Path.GetDirectoryName(host.DataFile)!;
        Assert.True(File.Exists(host.DataFile));

        await host.DisposeAsync();

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task An_instance_goes_on_in_another_host_on_the_same_file()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("workflows-test-");
        string file = Path.Combine(folder.FullName, "kept.db");
        VirtualTime time = new();
        string id;
        await using (DurableTestHost first = await DurableTestHost.StartAsync(AddSleep, On(file, time)))
        {
            id = await first.Client.ScheduleNewOrchestrationInstanceAsync("sleep", Stop);
            await first.WhenIdleAsync(Stop);
        }

        await using (DurableTestHost second = await DurableTestHost.StartAsync(AddSleep, On(file, time)))
        {
            Assert.Equal("slept", (await second.Client.WaitForInstanceCompletionAsync(id, true, Stop)).ReadOutputAs<string>());
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_instance_goes_on_after_a_restart_and_finds_the_code_that_was_put_in_place()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(r => AddWait(r).AddActivityFunc("finish", _ => "old"));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("wait", Stop);
        await host.WhenIdleAsync(Stop);

        await host.RestartAsync(r => AddWait(r).AddActivityFunc("finish", _ => "new"));
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "go", "", Stop);

        Assert.Equal("new", (await host.Client.WaitForInstanceCompletionAsync(id, true, Stop)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Time_may_pass_while_the_host_is_stopped()
    {
        VirtualTime time = new();
        await using DurableTestHost host = await DurableTestHost.StartAsync(AddSleep, options => options.Time = time);
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("sleep", Stop);
        await host.WhenIdleAsync(Stop);
        await host.StopAsync();

        time.Advance(Day * 2);
        await host.RestartAsync();
        await host.WhenIdleAsync(Stop);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Client.GetInstanceAsync(id, Stop))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_stopped_host_says_how_to_start_it()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(_ => { });
        await host.StopAsync();
        await host.StopAsync();

        Assert.Contains("RestartAsync", Assert.Throws<InvalidOperationException>(() => host.Client).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_whose_registration_fails_is_not_started_and_leaves_nothing() =>
        await Assert.ThrowsAsync<ArgumentException>(() => DurableTestHost.StartAsync(r =>
        {
            AddSleep(r);
            AddSleep(r);
        }));

    [Fact]
    public async Task The_real_clock_is_not_moved_by_the_host()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(
            r => r.AddOrchestratorFunc("nap", context => context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None)),
            options => options.Time = TimeProvider.System);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await RunAsync(host, "nap")).RuntimeStatus);
        await host.WhenIdleAsync(Stop);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.AdvanceAsync(Day, Stop));
    }

    [Fact]
    public async Task A_scale_of_virtual_time_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => DurableTestHost.StartAsync(_ => { }, options => options.ConfigureEngine = engine => engine.TimeScale = 2));

    [Fact]
    public async Task A_hundred_hosts_run_side_by_side()
    {
        DurableTestHost[] hosts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => DurableTestHost.StartAsync(AddSleep)));

        OrchestrationMetadata[] ended = await Task.WhenAll(hosts.Select(host => RunAsync(host, "sleep")));

        Assert.All(ended, end => Assert.Equal("slept", end.ReadOutputAs<string>()));
        Assert.All(hosts, host => Assert.Equal(new VirtualTime().GetUtcNow() + Day, host.Time.GetUtcNow()));
        await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
    }

    private static Action<DurableTestHostOptions> On(string file, TimeProvider time) => options =>
    {
        options.DataFile = file;
        options.Time = time;
    };

    private static void AddSleep(DurableTaskRegistry registry) => registry.AddOrchestratorFunc<string>("sleep", async context =>
    {
        await context.CreateTimer(Day, CancellationToken.None);
        return "slept";
    });

    private static DurableTaskRegistry AddWait(DurableTaskRegistry registry) => registry.AddOrchestratorFunc<string>("wait", async context =>
    {
        await context.WaitForExternalEvent<string>("go");
        return await context.CallActivityAsync<string>("finish");
    });

    private static async Task<OrchestrationMetadata> RunAsync(DurableTestHost host, string name)
    {
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(name, Stop);
        return await host.Client.WaitForInstanceCompletionAsync(id, true, Stop);
    }

    private sealed record Greeting(string Text);

    private sealed class Greet(Greeting greeting, TimeProvider time, DurableTaskClient client) : TaskActivity<object?, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, object? input) =>
            Task.FromResult($"{greeting.Text} at {time.GetUtcNow():yyyy-MM-dd}, client {client is not null}");
    }

    private sealed class Shouting : DataConverter
    {
        public override object? Deserialize(string? data, Type targetType) => data;

        public override string? Serialize(object? value) => value?.ToString()?.ToUpperInvariant();
    }
}
