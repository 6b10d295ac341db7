using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Activities.Expressions;

namespace Workflows.Functions.Expressions;

/// <summary>What the expression analysis needs beside the models and the content store.</summary>
internal static class ExpressionServices
{
    /// <summary>Adds what starts analyses, and their figures.</summary>
    public static IServiceCollection AddExpressions(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<ExpressionMetrics>();
        return services.AddSingleton<ExpressionInput>();
    }
}
