using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.Activities.Models;
using Workflows.Shared.Models;
using Workflows.Simulator;
using Workflows.Simulator.Profiles;

namespace Workflows.Orchestrations.Tests.Consultation;

/// <summary>The activity that sends, as the host composes it, before simulated models that answer at once.</summary>
internal sealed class SimulatedAnalysis : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly SimulatorHandler _simulator;

    public SimulatedAnalysis(IContentStore store, TimeProvider time)
    {
        _simulator = new SimulatorHandler(new SimulatorOptions(), time);
        foreach (Simulator.Models.SimulatorModel model in _simulator.Models.Values)
        {
            model.Update(profile => profile with { Latency = LatencyProfile.Fixed(0), CallsPerMinute = null });
        }

        _services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())

            // What is sent has a timeout while it is written, answered and read: none of that is waiting for the clock.
            .AddSingleton<TimeProvider>(new UnownedTime(time))
            .AddSingleton(store)
            .AddSingleton<IModelTransport>(new HandlerModelTransport(_simulator, SimulatorHandler.Endpoint))
            .AddModels(new ConfigurationBuilder().Build())
            .AddTransient<SendModelRequest>()
            .BuildServiceProvider();
        _ = _services.GetRequiredService<ProcessStart>();
    }

    /// <summary>Sends a request.</summary>
    public Task<ModelSendOutcome> SendAsync(ModelSend send) => _services.GetRequiredService<SendModelRequest>().RunAsync(send, CancellationToken.None);

    public void Dispose()
    {
        _services.Dispose();
        _simulator.Dispose();
    }
}
