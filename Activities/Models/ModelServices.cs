using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Registers the models.</summary>
public static class ModelServices
{
    /// <summary>
    /// Registers the catalogue of the section <c>Models</c>, checked at start, and the client of its pools. Whoever composes the host
    /// may register a <see cref="TimeProvider"/> and an <see cref="IModelTransport"/> before or after; simulated pools need a transport
    /// that knows the simulator.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration, not the section.</param>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(ModelOptions.Section);
        services.AddOptions<ModelOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.AddSingleton<IValidateOptions<ModelOptions>>(new ModelConfigurationKeys(section));
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IModelTransport>(_ => new HttpModelTransport());
        services.TryAddSingleton(provider => new ModelCatalogue(provider.GetRequiredService<IOptions<ModelOptions>>()));
        services.TryAddSingleton<IModelCatalogue>(provider => provider.GetRequiredService<ModelCatalogue>());
        services.TryAddSingleton<ProcessStart>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ProcessStart>());
        services.TryAddSingleton(provider => new RealtimeAdmission(
            FormattableString.Invariant($"{Environment.MachineName}-{Environment.ProcessId}-{provider.GetRequiredService<ProcessStart>().At.ToUnixTimeMilliseconds()}"),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<StandingBlocks>();
        services.TryAddSingleton<ModelMetrics>();
        services.TryAddSingleton(_ => ManagedIdentity.OfThisMachine(configuration["AZURE_CLIENT_ID"]));
        services.TryAddSingleton<ModelClients>();
        services.TryAddSingleton<ServerQueues>();
        services.TryAddSingleton<IModelClient, ModelClient>();
        return services;
    }
}
