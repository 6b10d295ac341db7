using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Models;

namespace Workflows.Functions.Hosting;

/// <summary>What only the Azure Functions host needs: a real clock, and models that are really configured.</summary>
internal static class HostParts
{
    /// <summary>Adds the parts; there is no simulator here, so that a start without endpoints is refused.</summary>
    public static void AddHostParts(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.RequireModelEndpoints();
    }
}
