using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.Shared.Content;
using Workflows.Shared.Models;

namespace Workflows.Functions.Hosting;

/// <summary>What only the Azure Functions host needs: a real clock, and models that are really configured.</summary>
internal static class HostParts
{
    /// <summary>Adds the parts; there is no simulator here, so a start without endpoints is refused.</summary>
    public static void AddHostParts(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IConsultationQueue, HostQueue>();
        builder.Services.AddSingleton<IContentStore>(services => ContentStores.Open(
            services.GetRequiredService<IOptions<ContentOptions>>().Value, services.GetRequiredService<IConfiguration>(), folder: null));
        builder.Services.AddOptions<ModelOptions>().Validate(
            options => options.Pools.Values.Any(pool => !string.IsNullOrWhiteSpace(pool.Endpoint)),
            "No model endpoint is configured: set Models:Pools:<name>:Endpoint. The simulator runs on the embedded host only.");
    }

    /// <summary>Adds nothing: this host keeps its logs itself.</summary>
    public static void AddHostLogs(this FunctionsApplicationBuilder builder) => ArgumentNullException.ThrowIfNull(builder);
}
