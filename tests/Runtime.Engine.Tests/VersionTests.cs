using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine;

public sealed class VersionTests
{
    private static readonly TaskVersion One = new("1.0");
    private static readonly TaskVersion Two = new("2.0");

    [Theory]
    [InlineData("1.0", "one")]
    [InlineData("2.0", "two")]
    public async Task The_version_of_the_start_decides_which_orchestrator_runs(string version, string expected)
    {
        await using TestEngine engine = TestEngine.Start(TwoVersions);

        OrchestrationMetadata ended = await StartAsync(engine, "work", version);

        Assert.Equal(expected, ended.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("3.0", "No orchestrator task named 'work' with version '3.0' was found.")]
    [InlineData("", "No orchestrator task named 'work' was found.")]
    public async Task A_name_with_versions_serves_no_other_version(string version, string message)
    {
        await using TestEngine engine = TestEngine.Start(TwoVersions);

        OrchestrationMetadata ended = await StartAsync(engine, "work", version);

        Assert.Equal("OrchestratorTaskNotFound", ended.FailureDetails?.ErrorType);
        Assert.Equal(message, ended.FailureDetails?.ErrorMessage);
    }

    [Fact]
    public async Task A_name_with_versions_and_without_one_keeps_the_unversioned_for_those_who_ask_for_none()
    {
        await using TestEngine engine = TestEngine.Start(r => TwoVersions(r.AddOrchestratorFunc("work", _ => "none")));

        Assert.Equal("none", (await StartAsync(engine, "work", "")).ReadOutputAs<string>());
        Assert.Equal("OrchestratorTaskNotFound", (await StartAsync(engine, "work", "3.0")).FailureDetails?.ErrorType);
    }

    [Fact]
    public async Task A_name_without_versions_serves_every_version()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("work", context => context.Version));

        Assert.Equal("7.1", (await StartAsync(engine, "work", "7.1")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Activities_run_in_the_version_of_their_orchestration_unless_another_is_asked_for()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("work", async context =>
                $"{await context.CallActivityAsync<string>("step")} {await context.CallActivityAsync<string>("step", new TaskOptions { Version = Two })}")
            .AddActivityFunc<object?, string>("step", One, (context, _) => Task.FromResult($"one {context.Version}"))
            .AddActivityFunc<object?, string>("step", Two, (context, _) => Task.FromResult($"two {context.Version}")));

        Assert.Equal("one 1.0 two 2.0", (await StartAsync(engine, "work", "1.0")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_activity_of_no_such_version_is_not_found()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc("work", context => context.CallActivityAsync<string>("step"))
            .AddActivityFunc<object?, string>("step", One, (_, _) => Task.FromResult("one")));

        OrchestrationMetadata ended = await StartAsync(engine, "work", "9.0");

        Assert.Equal("ActivityTaskNotFound", ended.FailureDetails?.InnerFailure?.ErrorType);
    }

    [Fact]
    public async Task Sub_orchestrations_start_in_the_default_version_and_not_in_that_of_their_parent()
    {
        await using TestEngine engine = TestEngine.Start(
            r => r
                .AddOrchestratorFunc("parent", async context =>
                    $"{await context.CallSubOrchestratorAsync<string>("child")} {await context.CallSubOrchestratorAsync<string>("child", new TaskOptions { Version = Two })}")
                .AddOrchestratorFunc("child", context => context.Version),
            configure: options => options.DefaultVersion = "1.5");

        Assert.Equal("1.5 2.0", (await StartAsync(engine, "parent", "9.0")).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(null, "1.5")]
    [InlineData("", "")]
    [InlineData("2.0", "2.0")]
    public async Task A_start_without_a_version_has_the_default_one(string? version, string expected)
    {
        await using TestEngine engine = TestEngine.Start(
            r => r.AddOrchestratorFunc("work", context => context.Version), configure: options => options.DefaultVersion = "1.5");

        Assert.Equal(expected, (await StartAsync(engine, "work", version)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_default_version_that_changed_does_not_reach_what_was_started_before()
    {
        TestEngine engine = TestEngine.Start(
            r => r.AddOrchestratorFunc("work", async context =>
            {
                await context.WaitForExternalEvent<string>("go");
                return context.Version;
            }),
            configure: options => options.DefaultVersion = "1.0");
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("work", TestContext.Current.CancellationToken);
        await using TestEngine next = await engine.RestartAsync(configure: options => options.DefaultVersion = "2.0");

        await next.Client.RaiseEventAsync(id, "go", TestContext.Current.CancellationToken);

        Assert.Equal("1.0", (await next.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Continuing_as_new_in_another_version_runs_its_code()
    {
        await using TestEngine engine = TestEngine.Start(r => r
            .AddOrchestratorFunc<string?, string>("work", One, (context, _) =>
            {
                context.ContinueAsNew(new ContinueAsNewOptions { NewInput = "from one", NewVersion = "2.0" });
                return Task.FromResult("dropped");
            })
            .AddOrchestratorFunc<string?, string>("work", Two, (_, input) => Task.FromResult($"two, {input}")));

        Assert.Equal("two, from one", (await StartAsync(engine, "work", "1.0")).ReadOutputAs<string>());
    }

    private static async Task<OrchestrationMetadata> StartAsync(TestEngine engine, string name, string? version)
    {
        StartOrchestrationOptions options = new() { Version = version is null ? (TaskVersion?)null : new TaskVersion(version) };
        return await engine.EndOfAsync(await engine.Client.ScheduleNewOrchestrationInstanceAsync(name, options, TestContext.Current.CancellationToken));
    }

    private static void TwoVersions(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<object?, string>("work", One, (_, _) => Task.FromResult("one"))
        .AddOrchestratorFunc<object?, string>("work", Two, (_, _) => Task.FromResult("two"));
}
