using Microsoft.Extensions.DependencyInjection;

namespace Workflows.FunctionsWorker.Builder;

/// <summary>HTTP functions in the way of ASP.NET Core.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Lets HTTP functions take ASP.NET Core's <c>HttpRequest</c> and return its results. Without it, an application with HTTP functions does not start.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder itself.</returns>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ServesFunctionsByHttp = true;
        builder.Services.AddMvcCore();
        return builder;
    }
}
