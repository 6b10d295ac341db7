using Workflows.FunctionsWorker.Builder;

namespace Workflows.Runtime.Host;

/// <summary>Settings of the embedded host in code.</summary>
public static class EmbeddedHostBuilderExtensions
{
    /// <summary>Changes settings after they were read from the configuration. Several calls are carried out in order.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>The builder itself.</returns>
    public static FunctionsApplicationBuilder ConfigureEmbeddedHost(this FunctionsApplicationBuilder builder, Action<EmbeddedHostOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.HostConfigurations.Add(configure);
        return builder;
    }
}
