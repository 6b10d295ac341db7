using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Workflows.Durable.Client;

/// <summary>The builder that <c>AddDurableTaskClient</c> uses.</summary>
public class DefaultDurableTaskClientBuilder : IDurableTaskClientBuilder
{
    /// <summary>Creates a builder.</summary>
    /// <param name="name">The client's name; null: the default client.</param>
    /// <param name="services">The services.</param>
    public DefaultDurableTaskClientBuilder(string? name, IServiceCollection services)
    {
        Name = name ?? Options.DefaultName;
        Services = services;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IServiceCollection Services { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The type is abstract or no <see cref="DurableTaskClient"/>.</exception>
    public Type? BuildTarget
    {
        get;
        set => field = value is null || (value.IsSubclassOf(typeof(DurableTaskClient)) && !value.IsAbstract)
            ? value
            : throw new ArgumentException($"{value} is not a concrete class derived from {typeof(DurableTaskClient)}.", nameof(value));
    }

    /// <inheritdoc/>
    public DurableTaskClient Build(IServiceProvider serviceProvider)
        => BuildTarget is null
            ? throw new InvalidOperationException($"The durable client '{Name}' has no class; set one with UseBuildTarget.")
            : (DurableTaskClient)ActivatorUtilities.CreateInstance(serviceProvider, BuildTarget, Name);
}
