using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Workflows.Activities.Consultation;

/// <summary>Registers the quick summaries.</summary>
public static class QuickSummaryServices
{
    /// <summary>Adds them; the models must have been added.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddQuickSummaries(this IServiceCollection services)
    {
        services.AddSingleton<QuickSummarizer>();
        services.AddSingleton<QuickSummaryRehearsal>();
        services.AddSingleton<QuickSummaryLog>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<QuickSummaryLog>());
        return services;
    }
}
