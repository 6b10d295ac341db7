using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Activities.Consultation;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>What the consultations need beside the models.</summary>
internal static class ConsultationServices
{
    /// <summary>Adds the consultations' options, checked at start, and what knows their clients.</summary>
    public static IServiceCollection AddConsultations(this IServiceCollection services)
    {
        services.AddOptions<ConsultationOptions>().BindConfiguration(ConsultationOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConsultationOptions>, ConsultationOptionsValidator>();
        services.AddSingleton<IValidateOptions<ConsultationOptions>, ConsultationConfigurationKeys>();
        services.AddSingleton(provider => new BoundKeys(provider.GetRequiredService<IOptions<ConsultationOptions>>().Value));
        services.AddSingleton(provider => new RequestQuota(provider.GetRequiredService<IOptions<ConsultationOptions>>().Value));
        services.AddSingleton<BoundCallers>();
        services.AddQuickSummaries();
        services.AddSingleton<BatchDesk>();
        services.AddConsultationCallbacks();
        return services;
    }
}
