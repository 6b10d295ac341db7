using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Activities.Models;
using Workflows.Shared.Models;
using Workflows.Simulator;

namespace Workflows.Functions.Hosting;

/// <summary>What only the embedded host has: the simulator, which answers where no model endpoint is configured, on the engine's clock.</summary>
internal static class HostParts
{
    /// <summary>Adds the parts.</summary>
    public static void AddHostParts(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<ModelOptions>, ActivityCapacity>();
        builder.Services.AddSingleton(services => new SimulatorHandler(
            new SimulatorOptions { Profile = services.GetRequiredService<IOptions<ModelOptions>>().Value.SimulatorProfile },
            services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IModelTransport>(services => services.GetRequiredService<ModelCatalogue>().IsSimulated
            ? new HandlerModelTransport(services.GetRequiredService<SimulatorHandler>(), SimulatorHandler.Endpoint)
            : new HttpModelTransport());
    }
}
