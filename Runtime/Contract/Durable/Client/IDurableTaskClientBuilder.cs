using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Durable.Client;

/// <summary>Registers one named client.</summary>
public interface IDurableTaskClientBuilder
{
    /// <summary>The client's name; empty for the default client.</summary>
    string Name { get; }

    /// <summary>The services.</summary>
    IServiceCollection Services { get; }

    /// <summary>The class of the client.</summary>
    Type? BuildTarget { get; set; }

    /// <summary>Makes the client.</summary>
    /// <param name="serviceProvider">Where its constructor's parameters come from; the name is handed over too.</param>
    /// <exception cref="InvalidOperationException">No class is set.</exception>
    DurableTaskClient Build(IServiceProvider serviceProvider);
}
