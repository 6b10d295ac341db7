using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Functions.Expressions;

/// <summary>What the expression analysis needs beside the models and the content store.</summary>
internal static class ExpressionServices
{
    /// <summary>Adds what starts analyses.</summary>
    public static IServiceCollection AddExpressions(this IServiceCollection services) => services.AddSingleton<ExpressionInput>();
}
