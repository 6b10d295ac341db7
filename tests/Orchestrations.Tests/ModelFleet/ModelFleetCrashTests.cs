using Workflows.Durable.Client;
using Workflows.Shared.Models;
using Workflows.Simulator.Models;

namespace Workflows.Orchestrations.Tests.Fleet;

public sealed class ModelFleetCrashTests
{
    private static readonly string[] Tasks = ["F1", "F2", "F3", "thesis"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Through_crashes_terminated_and_suspended_callers_every_other_call_is_answered_within_the_limits_that_the_servers_see(int seed)
    {
        Random random = new(seed);
        await using CrashingFleet fleet = await CrashingFleet.StartAsync(seed);
        List<string> calls = [];
        for (int i = 0; i < 32; i++)
        {
            calls.Add(await fleet.BeginAsync(Tasks[i % Tasks.Length], i));
        }

        List<string> terminated = [];
        List<string> suspended = [];
        for (int crash = 0; crash < 4; crash++)
        {
            await fleet.AdvanceAsync(random.NextDouble() * 15);
            terminated.Add(Take(calls, random));
            await fleet.Client.TerminateInstanceAsync($"{terminated[^1]}:call", TestContext.Current.CancellationToken);
            suspended.Add(calls[random.Next(calls.Count)]);
            await fleet.Client.SuspendInstanceAsync($"{suspended[^1]}:call", cancellation: TestContext.Current.CancellationToken);
            await fleet.CrashAsync();
        }

        foreach (string id in suspended)
        {
            await fleet.AdvanceAsync(random.NextDouble() * 30);
            await fleet.Client.ResumeInstanceAsync($"{id}:call", cancellation: TestContext.Current.CancellationToken);
        }

        foreach (string id in calls)
        {
            ModelCallResult result = (await fleet.EndAsync(id)).ReadOutputAs<ModelCallResult>()!;
            Assert.True(result.Status == ModelCallStatus.Answered, $"{id}: {result.Status}, {result.Error}");
        }

        Assert.All(fleet.Servers, AssertWithinLimits);
    }

    private static string Take(List<string> calls, Random random)
    {
        string id = calls[random.Next(calls.Count)];
        calls.Remove(id);
        return id;
    }

    /// <summary>The simulator rejects what is above its limits, which are those of the pool.</summary>
    private static void AssertWithinLimits(SimulatorModel server)
    {
        Assert.Equal((0, 0), (server.Counters.Rejected, server.Counters.Running));
        Assert.InRange(server.Counters.Completed, 1, 100);
    }
}
