using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workflows.Activities.Callbacks;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>Registers what delivers callbacks and what tells of the consultations' figures.</summary>
public static class CallbackServices
{
    /// <summary>Registers the sender, the metrics and the alert. A content store and the options are registered elsewhere.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddConsultationCallbacks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddMetrics();
        services.TryAddSingleton<ICallbackSender>(provider => new CallbackSender(
            provider.GetRequiredService<IOptions<ConsultationOptions>>().Value.CallbackRules(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ConsultationMetrics>();
        services.TryAddSingleton<SummaryAlert>();
        return services;
    }
}
