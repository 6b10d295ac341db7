using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Content;
using Workflows.Activities.Tests.Content;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Orchestrations.Fleet;
using Workflows.Orchestrations.Tests.Consultation;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Fleet;

/// <summary>Comparisons of texts in virtual time, through the fleet and the activity that sends, before the simulator.</summary>
internal sealed class SimilarityFleet : IAsyncDisposable
{
    private readonly DurableTestHost _host;
    private readonly SimulatedAnalysis _simulated;

    private SimilarityFleet(DurableTestHost host, SimulatedAnalysis simulated)
    {
        _host = host;
        _simulated = simulated;
    }

    /// <summary>The requests in the order in which they came.</summary>
    public ConcurrentQueue<ModelSend> Sends { get; } = [];

    /// <summary>What a server does in the simulator's place; null: it is the simulator.</summary>
    public Func<ModelSend, ModelSendOutcome?>? Instead { get; set; }

    public static async Task<SimilarityFleet> StartAsync()
    {
        SimilarityFleet? fleet = null;
        VirtualTime time = new();
        SimulatedAnalysis simulated = new(new MemoryContentStore(), time);
        DurableTestHost host = await DurableTestHost.StartAsync(
            registry =>
            {
                registry.AddEntity<ModelFleet>(nameof(ModelFleet));
                registry.AddOrchestratorFunc<ModelCallResult>(nameof(ModelCall), context => ModelCall.Run(context));
                registry.AddOrchestratorFunc(nameof(FleetCourier), context => FleetCourier.Run(context));
                registry.AddOrchestratorFunc<SimilarityRequest, SimilarityResult>("compare", (context, request) => context.CallSimilarityAsync(request, "call", context.WaitForExternalEvent<string>("abandon")));
                registry.AddActivityFunc<ModelSend, ModelSendOutcome>(ModelSend.ActivityName, (_, send) => fleet!.AnswerAsync(send));
            },
            options =>
            {
                options.Services.AddSingleton<IModelCatalogue>(new ModelCatalogue(new ModelOptions()));
                options.Services.AddSingleton<TimeProvider>(time);
                options.Time = time;
            });
        return fleet = new SimilarityFleet(host, simulated);
    }

    /// <summary>Compares texts with "the parcel arrived late", for at most 30 seconds.</summary>
    public async Task<SimilarityResult> CompareAsync(params string[] texts)
    {
        SimilarityRequest request = new()
        {
            Task = "embedding", Question = "the parcel arrived late", Texts = texts, Deadline = _host.Time.GetUtcNow().AddSeconds(30), BudgetSeconds = 30,
        };
        string id = await _host.Client.ScheduleNewOrchestrationInstanceAsync("compare", request, TestContext.Current.CancellationToken);
        OrchestrationMetadata ended = await _host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
        Assert.True(ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"It ended as {ended.RuntimeStatus}: {ended.FailureDetails}");
        return ended.ReadOutputAs<SimilarityResult>()!;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _simulated.Dispose();
    }

    private async Task<ModelSendOutcome> AnswerAsync(ModelSend send)
    {
        Sends.Enqueue(send);
        return Instead?.Invoke(send) ?? await _simulated.SendAsync(send);
    }
}
