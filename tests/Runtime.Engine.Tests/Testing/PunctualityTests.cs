using FsCheck;
using FsCheck.Fluent;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Testing;

/// <summary>A clock that moved while anything was still to be done would make somebody late.</summary>
public sealed class PunctualityTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Whatever_runs_together_takes_as_long_as_its_timers_and_not_a_tick_longer() => Prop.ForAll(
        Gen.Choose(0, 90).ListOf().Resize(8).ListOf().Resize(30).ToArbitrary(),
        plans => RunAsync([.. plans.Select(plan => plan.ToArray())]).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private static async Task RunAsync(int[][] plans)
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(Register);
        DateTimeOffset start = host.Time.GetUtcNow();
        string[] ids = await Task.WhenAll(plans.Select(plan => host.Client.ScheduleNewOrchestrationInstanceAsync("steps", plan, Stop)));

        OrchestrationMetadata[] ended = await Task.WhenAll(ids.Select(id => host.Client.WaitForInstanceCompletionAsync(id, true, Stop)));

        Assert.Equal(plans.Select(Length), ended.Select(end => end.LastUpdatedAt - start));
        Assert.Equal(plans.Select(Length), ended.Select(end => end.ReadOutputAs<TimeSpan>()));
    }

    private static TimeSpan Length(int[] plan) => TimeSpan.FromMinutes(plan.Where(step => step >= 40).Sum());

    private static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<int[], TimeSpan>("steps", async (context, plan) =>
        {
            DateTime start = context.CurrentUtcDateTime;
            foreach (int step in plan)
            {
                await StepAsync(context, step);
            }

            return context.CurrentUtcDateTime - start;
        })
        .AddOrchestratorFunc<int>("sleep", (context, minutes) => context.CreateTimer(TimeSpan.FromMinutes(minutes), CancellationToken.None))
        .AddActivityFunc<int, int>("work", async (_, step) =>
        {
            await Task.Yield();
            return step;
        })
        .AddEntity<Adder>("adder");

    // Steps below 40 take no time, the others so many minutes.
    private static Task StepAsync(TaskOrchestrationContext context, int step) => step switch
    {
        < 20 => context.CallActivityAsync<int>("work", step),
        < 40 => context.Entities.CallEntityAsync<int>(new EntityInstanceId("adder", $"{step % 3}"), "add", step),
        < 60 => context.CreateTimer(TimeSpan.FromMinutes(step), CancellationToken.None),
        < 75 => context.CallSubOrchestratorAsync("sleep", step),
        _ => WaitInVainAsync(context, step),
    };

    private static async Task WaitInVainAsync(TaskOrchestrationContext context, int minutes)
    {
        try
        {
            await context.WaitForExternalEvent<string>("never", TimeSpan.FromMinutes(minutes));
        }
        catch (TaskCanceledException)
        {
            // Nobody raises it.
        }
    }

    private sealed class Adder : TaskEntity<int>
    {
        public int Add(int by) => State += by;
    }
}
