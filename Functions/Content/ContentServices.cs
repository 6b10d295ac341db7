using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Shared.Content;

namespace Workflows.Functions.Content;

/// <summary>The content store's settings; the store itself is each host's own.</summary>
internal static class ContentServices
{
    /// <summary>Adds the options, checked at start.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ContentOptions>, ContentOptionsValidator>();
        return services;
    }
}
