using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine;

/// <summary>What engines of this kind have got wrong before: each trap in normal running, and with every orchestrator replayed at every turn.</summary>
public sealed class TrapTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_activity_that_ends_before_a_continue_as_new_is_saved_reaches_no_later_execution(bool replays)
    {
        await using DurableTestHost host = await StartAsync(replays, r => r
            .AddOrchestratorFunc<int, int>("rounds", async (context, round) =>
            {
                Task<int> left = context.CallActivityAsync<int>("number", round * 100);
                int mine = await context.CallActivityAsync<int>("number", round);
                if (round < 5)
                {
                    context.ContinueAsNew(round + 1);
                    return 0;
                }

                return mine + await left;
            })
            .AddActivityFunc<int, int>("number", (_, number) => number));

        Assert.Equal(505, (await RunAsync(host, "rounds", 0)).ReadOutputAs<int>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_that_arrives_while_a_timer_waits_beside_it_wins_and_the_timer_does_no_harm(bool replays)
    {
        await using DurableTestHost host = await StartAsync(replays, r => r.AddOrchestratorFunc("race", async context =>
        {
            using CancellationTokenSource timeout = new();
            Task timer = context.CreateTimer(TimeSpan.FromHours(1), timeout.Token);
            Task<string> answer = context.WaitForExternalEvent<string>("answer");
            bool answered = await Task.WhenAny(answer, timer) == answer;
            timeout.Cancel();
            await context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None);
            return answered ? await answer : "late";
        }));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("race", Cancellation);
        await host.WhenIdleAsync(Cancellation);

        await host.Client.RaiseEventAsync(id, "answer", "here", Cancellation);

        Assert.Equal("here", (await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Cancellation)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_timers_that_fire_in_one_turn_both_count_once(bool replays)
    {
        await using DurableTestHost host = await StartAsync(replays, r => r.AddOrchestratorFunc("timers", async context =>
        {
            DateTime due = context.CurrentUtcDateTime.AddHours(1);
            int fired = 0;
            async Task Sleep()
            {
                await context.CreateTimer(due, CancellationToken.None);
                fired++;
            }

            await Task.WhenAll(Sleep(), Sleep(), Sleep());
            return fired;
        }));

        Assert.Equal(3, (await RunAsync(host, "timers")).ReadOutputAs<int>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_that_come_late_after_continue_as_new_are_all_taken_in_their_order(bool replays)
    {
        const int Many = 30;
        await using DurableTestHost host = await StartAsync(replays, r => r.AddOrchestratorFunc<List<int>, List<int>>("collect", async (context, got) =>
        {
            got.Add(await context.WaitForExternalEvent<int>("number"));
            if (got.Count < Many)
            {
                context.ContinueAsNew(got);
            }

            return got;
        }));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("collect", new List<int>(), Cancellation);
        for (int i = 0; i < Many; i++)
        {
            await host.Client.RaiseEventAsync(id, "number", i, Cancellation);
        }

        OrchestrationMetadata ended = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Cancellation);

        Assert.Equal(Enumerable.Range(0, Many), ended.ReadOutputAs<List<int>>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_raised_before_the_instance_starts_is_there_when_it_does(bool replays)
    {
        await using DurableTestHost host = await StartAsync(replays, r => r.AddOrchestratorFunc("wait", context => context.WaitForExternalEvent<string>("early")));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "wait", null, new StartOrchestrationOptions("later", host.Time.GetUtcNow().AddHours(24)), Cancellation);

        await host.Client.RaiseEventAsync(id, "EARLY", "kept", Cancellation);

        Assert.Equal("kept", (await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Cancellation)).ReadOutputAs<string>());
    }

    private static Task<DurableTestHost> StartAsync(bool replays, Action<DurableTaskRegistry> register) =>
        DurableTestHost.StartAsync(register, options => options.ConfigureEngine = engine => engine.ReplayEveryTurn = replays);

    private static async Task<OrchestrationMetadata> RunAsync(DurableTestHost host, string name, object? input = null) => await host.Client.WaitForInstanceCompletionAsync(
        await host.Client.ScheduleNewOrchestrationInstanceAsync(name, input, Cancellation), getInputsAndOutputs: true, Cancellation);
}
