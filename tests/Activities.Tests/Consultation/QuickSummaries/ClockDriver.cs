using System.Collections.Concurrent;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Activities.Tests.Consultation.QuickSummaries;

/// <summary>Runs work on a virtual clock that moves only when all of it waits: the work is done by activities of an engine that owns the clock.</summary>
internal static class ClockDriver
{
    public static async Task<T[]> RunAsync<T>(VirtualTime time, IReadOnlyList<Func<Task<T>>> works)
    {
        ConcurrentDictionary<int, T> results = new();
        await using DurableTestHost host = await DurableTestHost.StartAsync(
            registry => registry
                .AddOrchestratorFunc("all", context => Task.WhenAll(Enumerable.Range(0, works.Count).Select(i => context.CallActivityAsync("one", i))))
                .AddActivityFunc<int>("one", async (_, i) => results[i] = await works[i]()),
            options =>
            {
                options.Time = time;

                // The works have a timeout of their own, which is all that the engine sees of them while they compute.
                options.QuietPeriod = TimeSpan.FromSeconds(1);
            });
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("all", TestContext.Current.CancellationToken);
        OrchestrationMetadata ended = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
        Assert.Null(ended.FailureDetails);
        return [.. results.OrderBy(entry => entry.Key).Select(entry => entry.Value)];
    }
}
