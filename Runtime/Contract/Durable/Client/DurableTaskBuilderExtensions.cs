using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Workflows.Durable.Client;

/// <summary>Configures a client.</summary>
public static class DurableTaskBuilderExtensions
{
    /// <summary>Sets options of the client.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets them.</param>
    /// <returns>The builder itself.</returns>
    public static IDurableTaskClientBuilder Configure(this IDurableTaskClientBuilder builder, Action<DurableTaskClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(builder.Name, configure);
        return builder;
    }

    /// <summary>Lets constructors ask for <see cref="DurableTaskClient"/> and get this client, unless another is registered so already.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder itself.</returns>
    public static IDurableTaskClientBuilder RegisterDirectly(this IDurableTaskClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string name = builder.Name;
        builder.Services.TryAddSingleton(services => services.GetRequiredService<IDurableTaskClientProvider>().GetClient(name));
        return builder;
    }

    /// <summary>Sets the class of the client.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="target">The class.</param>
    /// <returns>The builder itself.</returns>
    /// <exception cref="ArgumentException">The type is abstract or no <see cref="DurableTaskClient"/>.</exception>
    public static IDurableTaskClientBuilder UseBuildTarget(this IDurableTaskClientBuilder builder, Type target)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.BuildTarget = target;
        return builder;
    }

    /// <summary>Sets the class of the client.</summary>
    /// <typeparam name="TTarget">The class.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder itself.</returns>
    public static IDurableTaskClientBuilder UseBuildTarget<TTarget>(this IDurableTaskClientBuilder builder)
        where TTarget : DurableTaskClient
        => builder.UseBuildTarget(typeof(TTarget));

    /// <summary>Sets the class of the client and lets its own options take over those of all clients.</summary>
    /// <typeparam name="TTarget">The class.</typeparam>
    /// <typeparam name="TOptions">Its options.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder itself.</returns>
    public static IDurableTaskClientBuilder UseBuildTarget<TTarget, TOptions>(this IDurableTaskClientBuilder builder)
        where TTarget : DurableTaskClient
        where TOptions : DurableTaskClientOptions
    {
        builder.UseBuildTarget<TTarget>();
        string name = builder.Name;
        builder.Services.AddOptions<TOptions>(name)
            .PostConfigure<IOptionsMonitor<DurableTaskClientOptions>>((options, common) => common.Get(name).ApplyTo(options));
        return builder;
    }

    /// <summary>Sets the version of orchestrations that are started without one.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="version">The version.</param>
    /// <returns>The builder itself.</returns>
    public static IDurableTaskClientBuilder UseDefaultVersion(this IDurableTaskClientBuilder builder, string version)
        => builder.Configure(options => options.DefaultVersion = version);
}
