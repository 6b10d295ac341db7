using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workflows.Activities.Interview;
using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary>What the interviews need beside the models and the content store.</summary>
internal static class InterviewServices
{
    /// <summary>Adds the interviews' options and scenario, checked at start, what starts them and takes their answers, and their figures.</summary>
    public static IServiceCollection AddInterviews(this IServiceCollection services)
    {
        services.AddOptions<InterviewOptions>().BindConfiguration(InterviewOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<InterviewOptions>, InterviewOptionsValidator>();
        services.AddSingleton<IValidateOptions<InterviewOptions>, InterviewConfigurationKeys>();
        services.AddMetrics();
        services.TryAddSingleton<InterviewMetrics>();
        services.AddSingleton<InterviewScenarios>();
        services.AddSingleton<InterviewInput>();
        services.AddSingleton<InterviewDesk>();
        services.AddSingleton<AnswerDesk>();
        return services;
    }
}
