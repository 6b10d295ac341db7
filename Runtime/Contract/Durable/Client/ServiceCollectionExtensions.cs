using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Workflows.Durable.Client;

/// <summary>Registers clients. A name may be added several times; the later calls go on configuring the same client.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Registers a client.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The client's name; null: the default client, which constructors can ask for directly.</param>
    /// <returns>The client's builder.</returns>
    public static IDurableTaskClientBuilder AddDurableTaskClient(this IServiceCollection services, string? name = null)
        => Add(services, name ?? Options.DefaultName, null);

    /// <summary>Registers the default client, which constructors can ask for directly.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Configures the client.</param>
    /// <returns>The services themselves.</returns>
    public static IServiceCollection AddDurableTaskClient(this IServiceCollection services, Action<IDurableTaskClientBuilder> configure)
        => AddDurableTaskClient(services, Options.DefaultName, configure);

    /// <summary>Registers a client.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="configure">Configures the client.</param>
    /// <returns>The services themselves.</returns>
    public static IServiceCollection AddDurableTaskClient(this IServiceCollection services, string name, Action<IDurableTaskClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Add(services, name, configure);
        return services;
    }

    private static IDurableTaskClientBuilder Add(IServiceCollection services, string name, Action<IDurableTaskClientBuilder>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IDurableTaskClientProvider, DefaultDurableTaskClientProvider>();
        IDurableTaskClientBuilder builder = RegisteredBuilders.Of(services).Get(name, out bool isNew);
        configure?.Invoke(builder);
        if (isNew)
        {
            Register(services, builder);
        }

        return builder;
    }

    private static void Register(IServiceCollection services, IDurableTaskClientBuilder builder)
    {
        services.AddOptions<DurableTaskClientOptions>(builder.Name).Configure<IServiceProvider>((options, provider) =>
        {
            if (!options.HasOwnConverter && provider.GetService<DataConverter>() is { } converter)
            {
                options.DataConverter = converter;
            }
        });
        services.AddSingleton(provider => new RegisteredClient(builder.Build(provider)));
        if (builder.Name == Options.DefaultName)
        {
            builder.RegisterDirectly();
        }
    }
}
