using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Worker;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Failures;

public sealed class FailurePropertiesTests
{
    private static readonly DateTime Day = new(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    [Fact]
    public async Task Facts_about_an_exception_reach_the_client_also_through_a_sub_orchestration()
    {
        await using TestEngine engine = TestEngine.Start(
            r => Register(r),
            services: services => services.AddSingleton<IExceptionPropertiesProvider, Facts>());

        TaskFailureDetails child = (await engine.RunAsync("parent")).FailureDetails!.InnerFailure!;
        TaskFailureDetails activity = child.InnerFailure!;

        Assert.Equal("text", activity.Properties!["text"]);
        Assert.Equal(3.0, activity.Properties["number"]);
        Assert.Equal(true, activity.Properties["truth"]);
        Assert.Equal(Day, activity.Properties["day"]);
        Assert.Equal(new DateTimeOffset(Day), activity.Properties["moment"]);
        Assert.Null(activity.Properties["nothing"]);
        Assert.Equal(["a", 1.0, null], Assert.IsType<IEnumerable<object?>>(activity.Properties["list"], exactMatch: false));
        Assert.Equal("inside", Assert.IsType<IDictionary<string, object?>>(activity.Properties["map"], exactMatch: false)["key"]);
        Assert.Equal(activity.Properties.Keys, child.Properties!.Keys);
    }

    [Fact]
    public async Task A_handler_sees_the_facts_before_they_were_ever_stored_as_it_does_afterwards()
    {
        object? seen = null;
        await using TestEngine engine = TestEngine.Start(
            r => Register(r).AddOrchestratorFunc("look", async context =>
            {
                TaskFailedException failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("step"));
                seen = failed.FailureDetails.Properties!["number"];
            }),
            services: services => services.AddSingleton<IExceptionPropertiesProvider, Facts>());

        await engine.RunAsync("look");

        Assert.Equal(3.0, seen);
    }

    [Fact]
    public async Task A_failure_passes_through_any_number_of_sub_orchestrations()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc<int, string>("level", (context, depth) => depth == 0
            ? throw new InvalidOperationException("broken")
            : context.CallSubOrchestratorAsync<string>("level", depth - 1)));

        OrchestrationMetadata ended = await engine.RunAsync("level", 100);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.EndsWith("broken", ended.FailureDetails?.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"$dateTime":"soon"}""")]
    [InlineData("""{"$dateTimeOffset":1}""")]
    public void Facts_that_only_look_like_times_are_read_as_they_are(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);

        Assert.Single(Assert.IsType<IDictionary<string, object?>>(FailureProperties.Read(document.RootElement), exactMatch: false));
    }

    [Fact]
    public void Facts_within_facts_end_at_some_depth()
    {
        Dictionary<string, object?> endless = [];
        endless["self"] = endless;

        Assert.NotNull(FailureProperties.Simplify(endless));
    }

    [Fact]
    public async Task Facts_are_part_of_an_exported_history()
    {
        await using TestEngine engine = TestEngine.Start(
            r => Register(r),
            services: services => services.AddSingleton<IExceptionPropertiesProvider, Facts>());
        string id = (await engine.RunAsync("parent")).InstanceId;

        string json = engine.Engine.ExportHistory(id).ToJson();

        Assert.Contains("\"text\": \"text\"", json, StringComparison.Ordinal);
        Assert.Equal(json, InstanceHistory.Parse(json).ToJson());
        Assert.Null(engine.Engine.FindDivergence(InstanceHistory.Parse(json)));
    }

    [Fact]
    public async Task A_provider_that_throws_hides_no_failure()
    {
        await using TestEngine engine = TestEngine.Start(
            r => r.AddOrchestratorFunc("work", _ => Task.FromException(new InvalidOperationException("broken"))),
            services: services => services.AddSingleton<IExceptionPropertiesProvider, Broken>());

        OrchestrationMetadata ended = await engine.RunAsync("work");

        Assert.Equal("broken", ended.FailureDetails?.ErrorMessage);
    }

    private static DurableTaskRegistry Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc("parent", context => context.CallSubOrchestratorAsync("child"))
        .AddOrchestratorFunc("child", context => context.CallActivityAsync("step"))
        .AddActivityFunc("step", _ => throw new InvalidOperationException("broken"));

    private sealed class Facts : IExceptionPropertiesProvider
    {
        public IDictionary<string, object?>? GetExceptionProperties(Exception exception) => exception is not InvalidOperationException
            ? null
            : new Dictionary<string, object?>
            {
                ["text"] = "text",
                ["number"] = 3,
                ["truth"] = true,
                ["day"] = Day,
                ["moment"] = new DateTimeOffset(Day),
                ["nothing"] = null,
                ["list"] = new object?[] { "a", 1L, null },
                ["map"] = new Dictionary<string, string> { ["key"] = "inside" },
            };
    }

    private sealed class Broken : IExceptionPropertiesProvider
    {
        public IDictionary<string, object?> GetExceptionProperties(Exception exception) => throw new NotSupportedException("the provider's own");
    }
}
