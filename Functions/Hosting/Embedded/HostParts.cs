using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.Activities.Models;
using Workflows.Functions.Hosting.Monitor;
using Workflows.Runtime.Host;
using Workflows.Runtime.Host.Monitor;
using Workflows.Shared.Content;
using Workflows.Shared.Logging;
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
        builder.Services.AddSingleton<IResourceClasses, PoolClasses>();
        builder.Services.AddHostedService<RealtimeStart>();
        builder.Services.AddHostedService<RolloutStart>();
        builder.Services.AddSingleton<IConsultationQueue, HostQueue>();
        builder.Services.AddSingleton<TokenFeed>();
        builder.Services.AddSingleton<IContentStore>(services => ContentStores.Open(
            services.GetRequiredService<IOptions<ContentOptions>>().Value,
            services.GetRequiredService<IConfiguration>(),
            Path.Combine(services.GetRequiredService<EmbeddedHostOptions>().DataFolder, "content")));

        builder.Services.AddSingleton<SeenRequests>();
        builder.Services.AddSingleton<IMonitorFleet, ModelFleetView>();
        builder.Services.AddSingleton<IMonitorCosts, ModelCallCosts>();
        builder.Services.AddSingleton<IMonitorCatalogue, WorkflowStarts>();
        builder.Services.AddSingleton<IMonitorResults, WorkflowViews>();

        // One process to a data folder: who starts knows that the one before is dead, and need not wait for what it held.
        builder.Services.AddSingleton(services => new RealtimeAdmission(
            "embedded", services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ProcessStart>().At.ToUnixTimeMilliseconds()));
        builder.Services.AddSingleton(services => new SimulatorHandler(
            new SimulatorOptions { Profile = services.GetRequiredService<IOptions<ModelOptions>>().Value.SimulatorProfile },
            services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IModelTransport>(services => services.GetRequiredService<ModelCatalogue>().IsSimulated
            ? new HandlerModelTransport(services.GetRequiredService<SimulatorHandler>(), SimulatorHandler.Endpoint)
            : new HttpModelTransport());
    }

    /// <summary>Adds the logs that there are whatever else the caller does with the log.</summary>
    public static void AddHostLogs(this FunctionsApplicationBuilder builder)
    {
        bool json = JsonLogProvider.IsAskedFor(builder.Configuration[JsonLogProvider.Setting]);
        ClassLogOptions options = ClassLogOptions.Read(builder.Configuration);
        if (!options.IsOff)
        {
            builder.Services.AddSingleton<ILoggerProvider>(services => new ClassLogProvider(
                options.ToSettings(services.GetRequiredService<EmbeddedHostOptions>().DataFolder), json, TimeProvider.System));
        }
    }
}
