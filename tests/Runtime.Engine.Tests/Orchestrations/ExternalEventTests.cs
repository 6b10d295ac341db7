using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Orchestrations;

public sealed class ExternalEventTests
{
    [Fact]
    public async Task Of_several_waits_for_one_name_the_newest_gets_the_first_event()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("wait", async context =>
        {
            Task<string> first = context.WaitForExternalEvent<string>("go");
            Task<string> second = context.WaitForExternalEvent<string>("GO");
            Task<string> third = context.WaitForExternalEvent<string>("go");
            return await Task.WhenAll(first, second, third);
        }));

        Assert.Equal(["c", "b", "a"], await RaiseAsync<string[]>(engine, "wait", "a", "b", "c"));
    }

    [Fact]
    public async Task A_wait_that_was_given_up_takes_no_event()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("wait", async context =>
        {
            Task<string> first = context.WaitForExternalEvent<string>("go");
            using CancellationTokenSource giveUp = new();
            Task<string> second = context.WaitForExternalEvent<string>("go", giveUp.Token);
            giveUp.Cancel();
            return $"{await first} {second.IsCanceled}";
        }));

        Assert.Equal("a True", await RaiseAsync<string>(engine, "wait", "a"));
    }

    [Fact]
    public async Task A_cancelled_wait_still_takes_an_event_that_was_there_before_it()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("wait", async context =>
        {
            await context.WaitForExternalEvent<string>("started");
            return await context.WaitForExternalEvent<string>("go", new CancellationToken(canceled: true));
        }));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("wait", TestContext.Current.CancellationToken);
        await engine.Client.RaiseEventAsync(id, "go", "kept", TestContext.Current.CancellationToken);
        await engine.Client.RaiseEventAsync(id, "started", "", TestContext.Current.CancellationToken);

        Assert.Equal("kept", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Open_waits_for_one_name_must_read_the_same_type()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc("wait", async context =>
        {
            Task<string> text = context.WaitForExternalEvent<string>("go", CancellationToken.None);
            Assert.Throws<ArgumentException>(() => { _ = context.WaitForExternalEvent<int>("go", CancellationToken.None); });
            return await text + await context.WaitForExternalEvent<string>("go", CancellationToken.None);
        }));

        Assert.Equal("ab", await RaiseAsync<string>(engine, "wait", "a", "b"));
    }

    private static async Task<T> RaiseAsync<T>(TestEngine engine, string name, params string[] payloads)
    {
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync(name, TestContext.Current.CancellationToken);
        await engine.Client.WaitForInstanceStartAsync(id, TestContext.Current.CancellationToken);
        foreach (string payload in payloads)
        {
            await engine.Client.RaiseEventAsync(id, "go", payload, TestContext.Current.CancellationToken);
        }

        return (await engine.EndOfAsync(id)).ReadOutputAs<T>()!;
    }
}
