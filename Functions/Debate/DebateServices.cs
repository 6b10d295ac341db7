using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workflows.Activities.Debate;
using Workflows.Shared.Debate;

namespace Workflows.Functions.Debate;

/// <summary>What the debates need beside the models.</summary>
internal static class DebateServices
{
    /// <summary>Adds the debates' options, checked at start, and their figures.</summary>
    public static IServiceCollection AddDebates(this IServiceCollection services)
    {
        services.AddOptions<DebateOptions>().BindConfiguration(DebateOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DebateOptions>, DebateOptionsValidator>();
        services.AddSingleton<IValidateOptions<DebateOptions>, DebateConfigurationKeys>();
        services.AddSingleton<IValidateOptions<DebateOptions>, DebateEmbeddingTask>();
        services.AddMetrics();
        services.TryAddSingleton<DebateMetrics>();
        services.AddSingleton<RolloutAlert>();
        services.AddSingleton<RolloutMonitor>();
        services.AddSingleton<RolloutDesk>();
        return services;
    }
}
